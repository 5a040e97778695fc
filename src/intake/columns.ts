/** Numbers that grow: doubled when full, so that appending costs a copy now and then. */
export class GrowingNumbers {
  private data = new Float64Array(1024).fill(Number.NaN);

  get(i: number): number {
    return i < this.data.length ? this.data[i]! : Number.NaN;
  }

  set(i: number, value: number): void {
    if (i >= this.data.length) {
      const more = new Float64Array(Math.max(this.data.length * 2, i + 1)).fill(Number.NaN);
      more.set(this.data);
      this.data = more;
    }
    this.data[i] = value;
  }

  /** The values at the places given; what was never set is NaN. */
  pick(places: readonly number[]): Float64Array {
    const { data } = this;
    const picked = new Float64Array(places.length);
    for (let i = 0; i < places.length; i++)
      picked[i] = places[i]! < data.length ? data[places[i]!]! : Number.NaN;
    return picked;
  }
}

/** Whole numbers that grow by appending. */
export class GrowingInts {
  private data = new Int32Array(1024);
  count = 0;

  push(value: number): void {
    if (this.count === this.data.length) {
      const more = new Int32Array(this.count * 2);
      more.set(this.data);
      this.data = more;
    }
    this.data[this.count++] = value;
  }

  get(i: number): number {
    return this.data[i]!;
  }

  set(i: number, value: number): void {
    this.data[i] = value;
  }

  take(): Int32Array {
    return this.data.slice(0, this.count);
  }
}
