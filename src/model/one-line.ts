/** A name with a line break in it would begin a line of its own, which reads as one of ours: it is shown as \u000a. */
export const oneLine = (text: string): string =>
  text.replace(
    /[\n\v\f\r\u0085\u2028\u2029]/g,
    (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
