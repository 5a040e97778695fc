/**
 * 110101199003071234 → 110101***********4: the region stays, birthday and sequence do not (as intake shows it). A text
 * without an 18-digit number (X allowed at the end) comes back as it was. Use it only where intake says that a cell holds
 * a resident's number: some credit codes look alike.
 */
export const maskResidentId = (text: string): string =>
  text.replace(/(?<!\d)(\d{6})\d{11}([\dXx])(?![\dXx])/g, '$1***********$2');
