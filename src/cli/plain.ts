/**
 * Text that may come from a cell, made safe for a terminal: control characters (but line feed and our own colours),
 * C1 codes and bidi marks are shown as \uXXXX. CWE-150.
 */
export function plain(text: string): string {
  return text.replace(
    /\u001b\[[0-9;]{0,12}m|[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (found) => (found.length > 1 ? found : `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
}

/** Text from outside: colours are not ours here, so nothing of it passes. */
export const foreign = (text: string): string => plain(text.replaceAll('\u001b', '\\u001b'));

/** JSON leaves C1 codes and bidi marks as they are: written as \uXXXX they mean the same, and a terminal obeys none. */
export const inJson = (json: string): string => plain(json);
