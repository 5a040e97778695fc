/** Expressions whose texts cannot grow, by source, and why: the attack proves nothing about them. */
export const bounded = new Map([
  [String.raw`\B(?=(\d{3})+(?=\.))`, 'a number as the program wrote it: at most 25 characters'],
  [String.raw`\B(?=(\d{3})+$)`, 'a number as the program wrote it: at most 25 characters'],
  [String.raw`\.~lock\.(.*)#$`, 'the name of a file: at most 255 bytes'],
]);
