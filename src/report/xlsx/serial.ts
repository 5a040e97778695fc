/** Days from Excel's day 0 to 1970-01-01, right from 1900-03-01 on. */
export const EPOCH = 25_569;
/** 1900-03-01: Excel takes 1900 for a leap year, so that days before are one off. */
export const FIRST_SERIAL = 61;
