/** What a spreadsheet would run if it took it for a formula (ECOSYSTEM §3 row 17). */
export const formulas: readonly string[] = [
  "=cmd|'/C calc'!A0",
  '@SUM(1+1)*cmd',
  '+1+1',
  '-示例',
  '\t=1+1',
  '\r=1+1',
  '＝HYPERLINK("http://x.invalid","点")',
  '＋1+1',
  '－1+1',
  '＠SUM(1)',
  '  =1+1',
  '\u3000=1+1',
  '-1+cmd',
];
