/** 18 characters of a credit code's alphabet, or a 15-digit registration number: enough to tell data from headers. */
export const looksLikeId = (text: string): boolean =>
  /^\s*['=]?"?(?:[0-9A-Za-z]{18}|\d{15})"?\s*$/.test(text);

/** A number as people write it, roughly: enough to tell data from headers. */
export const looksLikeNumber = (text: string): boolean =>
  /^[-−(（▲△￥¥+]?[\d,，.０-９]+(?:[eE][-+]?\d+)?[)）%％]?\s*(?:[千百]?万?亿?元?)?$/.test(text.trim());
