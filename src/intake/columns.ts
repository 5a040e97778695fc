const chunkBits = 12;
const chunkSize = 1 << chunkBits;

/** Numbers that grow by pieces: nothing is copied and little is kept in reserve. */
export class GrowingNumbers {
  private readonly chunks: Float64Array[] = [];

  get(i: number): number {
    return this.chunks[i >> chunkBits]?.[i & (chunkSize - 1)] ?? Number.NaN;
  }

  set(i: number, value: number): void {
    const place = i >> chunkBits;
    while (place >= this.chunks.length) this.chunks.push(new Float64Array(chunkSize).fill(Number.NaN));
    this.chunks[place]![i & (chunkSize - 1)] = value;
  }

  /** The values at the places given; what was never set is NaN. */
  pick(places: readonly number[]): Float64Array {
    const picked = new Float64Array(places.length);
    for (let i = 0; i < places.length; i++) picked[i] = this.get(places[i]!);
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
