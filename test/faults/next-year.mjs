// A clock that is a year ahead, for machines without faketime.
const RealDate = Date;
const year = 365 * 86_400_000;
globalThis.Date = class extends RealDate {
  constructor(...args) {
    super(...(args.length === 0 ? [RealDate.now() + year] : args));
  }
  static now() {
    return RealDate.now() + year;
  }
};
