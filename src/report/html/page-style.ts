/**
 * The page's style: figures first, one column that narrows to a telephone, dark where the reader's system is, and A4 on
 * paper: charts and the whitelist, or one card. Colours are named once; no colour says what no word says.
 */
export const pageStyle = `
:root { color-scheme: light dark; --paper: #fff; --back: #f4f5f7; --ink: #1d2530; --soft: #5b6573; --edge: #d9dee5;
  --whitelisted: #1b7a4b; --referred: #2b6cb0; --below-line: #9aa5b1; --vetoed: #8c2f39; --rejected: #c2740c;
  --line: #c0262d; --accent: #1f5fa8; --notice: #fff4d6; --notice-edge: #d9a400; --zebra: #f8f9fb; }
@media screen and (prefers-color-scheme: dark) {
  :root { --paper: #1b2129; --back: #12161c; --ink: #e4e8ee; --soft: #9aa6b5; --edge: #333d49;
    --whitelisted: #43b27d; --referred: #5c9fe0; --below-line: #6b7684; --vetoed: #d0626e; --rejected: #e09a3e;
    --line: #ff7b7b; --accent: #7db4f0; --notice: #3a3113; --notice-edge: #a98514; --zebra: #202731; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--ink); line-height: 1.6; font-size: 15px;
  font-family: system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC",
    "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif; }
main, body > header, body > footer { max-width: 1120px; margin: 0 auto; padding: 0 20px; }
body > header { padding-top: 28px; }
h1 { text-wrap: balance; font-size: 24px; line-height: 1.35; margin: 0 0 4px; }
h1 .part { display: block; font-size: 18px; font-weight: normal; }
h2 { font-size: 18px; margin: 0 0 12px; }
h3 { font-size: 15px; margin: 20px 0 8px; } .two h3 { margin-top: 0; }
p { margin: 0 0 10px; }
a { color: var(--accent); }
.soft, .under { color: var(--soft); }
.under { display: block; font-size: 12px; font-weight: normal; }
.notice.about { background: var(--paper); border-left-color: var(--accent); }
.notice { background: var(--notice); border-left: 4px solid var(--notice-edge); padding: 8px 12px; margin: 12px 0 0; }
nav { position: sticky; top: 0; z-index: 1; background: var(--back); max-width: 1120px; margin: 8px auto 0; padding: 8px 20px;
  display: flex; gap: 4px 18px; overflow-x: auto; white-space: nowrap; }
nav a { text-decoration: none; }
section { background: var(--paper); border: 1px solid var(--edge); border-radius: 8px; padding: 20px 22px; margin: 0 0 18px;
  scroll-margin-top: 48px; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(130px, 1fr)); gap: 12px; margin: 0 0 18px; padding: 0;
  list-style: none; }
.tiles li { background: var(--paper); border: 1px solid var(--edge); border-top: 4px solid var(--edge); border-radius: 8px;
  padding: 10px 14px; }
.tiles b { display: block; font-size: 26px; line-height: 1.25; font-variant-numeric: tabular-nums; }
.tiles .whitelisted { border-top-color: var(--whitelisted); } .tiles .referred { border-top-color: var(--referred); }
.tiles .below-line { border-top-color: var(--below-line); } .tiles .vetoed { border-top-color: var(--vetoed); }
.tiles .rejected { border-top-color: var(--rejected); }
.two { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 8px 32px; }
.wide-narrow { display: grid; grid-template-columns: minmax(0, 2.2fr) minmax(0, 1fr); gap: 8px 32px; align-items: start; }
svg { display: block; width: 100%; overflow: visible; }
svg text { fill: var(--soft); font-size: 13px; }
.strip { height: 22px; margin: 2px 0 8px; } .spread { height: 16px; } .share { height: 12px; }
.f-used, .f-whitelisted { fill: var(--whitelisted); } .f-referred { fill: var(--referred); }
.f-superseded, .f-below-line { fill: var(--below-line); } .f-vetoed { fill: var(--vetoed); } .f-rejected { fill: var(--rejected); }
.f-entered { fill: var(--accent); } .f-kept { fill: var(--whitelisted); } .f-left { fill: var(--rejected); }
.f-outside { fill: var(--below-line); } .f-not-filed { fill: var(--vetoed); } .f-newly-filed { fill: var(--notice-edge); }
.f-replaced { fill: var(--referred); } .f-skipped { fill: var(--edge); } .f-edge { fill: var(--edge); } .f-ink { fill: var(--ink); } .f-accent { fill: var(--accent); }
.f-line { fill: var(--line); } svg .f-line-text { fill: var(--line); font-weight: 600; }
.key { display: inline-block; width: 11px; height: 11px; border-radius: 2px; margin-right: 6px; }
.k-used, .k-whitelisted { background: var(--whitelisted); } .k-referred { background: var(--referred); }
.k-superseded, .k-below-line { background: var(--below-line); } .k-vetoed { background: var(--vetoed); }
.k-entered { background: var(--accent); } .k-kept { background: var(--whitelisted); } .k-left { background: var(--rejected); }
.k-outside { background: var(--below-line); } .k-not-filed { background: var(--vetoed); } .k-newly-filed { background: var(--notice-edge); }
.k-replaced { background: var(--referred); } .k-rejected { background: var(--rejected); } .k-skipped { background: var(--edge); }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
th, td { text-align: left; padding: 6px 8px; border-bottom: 1px solid var(--edge); vertical-align: top; overflow-wrap: anywhere;
  unicode-bidi: isolate; }
thead th { color: var(--soft); font-weight: 600; white-space: nowrap; }
tbody th { font-weight: normal; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.scroll { overflow-x: auto; }
.legend { margin-bottom: 8px; } .legend td, .legend th { padding: 3px 8px 3px 0; border: 0; }
.parts { table-layout: fixed; margin-bottom: 18px; } .parts th:first-child { width: 19%; } .parts .number { width: 9%; }
.parts .c-bar { width: 12%; } caption { text-align: left; padding: 0 8px 4px; font-weight: 600; } .sum { font-weight: 600; } .sum th { font-weight: 600; } .parts.long .c-median { width: 16%; } .parts td { vertical-align: middle; }
.c-stage, .c-id, .c-grade, .short { white-space: nowrap; } #near tbody th, .moved tbody th { min-width: 230px; } .plain { font-weight: normal; font-size: 13px; margin-left: 10px; }
.scroll + p, table + p { margin-top: 8px; }
.code, code { font-family: ui-monospace, "SFMono-Regular", Consolas, "Liberation Mono", monospace, "Noto Sans CJK SC"; font-size: .92em;
  overflow-wrap: anywhere; }
.tag { display: inline-block; padding: 0 8px; border-radius: 10px; border: 1px solid currentcolor; font-size: 12px; white-space: nowrap; }
.tag.whitelisted { color: var(--whitelisted); } .tag.referred { color: var(--referred); } .tag.below-line { color: var(--soft); }
.tag.vetoed { color: var(--vetoed); } .tag.rejected, .tag.error { color: var(--rejected); } .tag.warning { color: var(--soft); }
.issue { border-top: 1px solid var(--edge); padding: 10px 0; } .issue p { margin: 2px 0; }
button, select, input { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--edge); border-radius: 6px;
  padding: 5px 10px; }
button { cursor: pointer; } button:disabled { opacity: .45; cursor: default; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
#firm-tools { display: flex; flex-wrap: wrap; gap: 10px 14px; align-items: end; margin-bottom: 10px; }
#firm-tools input { flex: 1 1 220px; min-width: 0; } #firm-tools label span { display: block; font-size: 12px; color: var(--soft); }
#firm-tools select { max-width: 180px; }
.firms thead th { padding: 0; } .firms thead button { border: 0; background: none; font-weight: 600; padding: 6px 8px; width: 100%;
  text-align: inherit; white-space: nowrap; }
.firms th[aria-sort=ascending] button::after { content: " ▲"; } .firms th[aria-sort=descending] button::after { content: " ▼"; }
.firms tbody tr { cursor: pointer; } .firms tbody tr:hover { background: var(--zebra); }
.firms td .under { display: none; }
.link { border: 0; padding: 0; background: none; color: var(--accent); text-align: left; }
#firm-pages { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; justify-content: space-between; margin-top: 10px; }
.pages { display: flex; gap: 6px; } .status { color: var(--soft); margin: 0; }
dialog { width: min(860px, calc(100vw - 24px)); max-height: calc(100vh - 24px); overflow-y: auto; overscroll-behavior: contain;
  border: 1px solid var(--edge); border-radius: 10px; padding: 0; background: var(--paper); color: var(--ink); }
dialog::backdrop { background: rgb(0 0 0 / 45%); }
.card-buttons { position: sticky; top: 0; display: flex; flex-wrap: wrap; gap: 8px; padding: 10px 20px; background: var(--paper);
  border-bottom: 1px solid var(--edge); z-index: 1; } .card-buttons button:last-child { margin-left: auto; }
.sheet { padding: 16px 20px 22px; } .sheet header { display: flex; justify-content: space-between; gap: 16px; }
.sheet h2 { margin: 0; unicode-bidi: isolate; overflow-wrap: anywhere; } .sheet header p { margin: 0; }
.score { text-align: right; flex: none; } .score strong { display: block; font-size: 26px; line-height: 1.3; }
.facts { margin: 12px 0; } .facts div { display: flex; gap: 12px; padding: 3px 0; } .facts dt { flex: 0 0 92px; color: var(--soft); }
.facts dd { margin: 0; overflow-wrap: anywhere; unicode-bidi: isolate; }
.subtotals { display: flex; flex-wrap: wrap; gap: 4px 20px; list-style: none; padding: 8px 12px; margin: 0 0 8px; background: var(--zebra);
  border-radius: 6px; }
.indicators th .under { max-width: 420px; }
.bar { display: block; height: 5px; margin-top: 5px; background: var(--edge); border-radius: 3px; min-width: 90px; }
.bar i { display: block; height: 100%; width: clamp(0%, var(--share), 100%); background: var(--accent); border-radius: 3px; }
.lost { color: var(--rejected); }
.findings { padding-left: 18px; } .findings li { margin-bottom: 6px; } .findings .fix { display: block; color: var(--soft); }
body > footer { color: var(--soft); font-size: 13px; padding-bottom: 40px; }
#print-list { display: none; }
@media screen and (max-width: 760px) {
  body { font-size: 14px; } main, body > header, body > footer, nav { padding-left: 12px; padding-right: 12px; }
  section { padding: 14px 12px; } .two, .wide-narrow { grid-template-columns: minmax(0, 1fr); }
  .tiles { grid-template-columns: repeat(3, 1fr); gap: 8px; } .tiles li { padding: 8px 10px; } .tiles b { font-size: 22px; }
  h1 { font-size: 20px; } svg text { font-size: 21px; } svg .thin { display: none; }
  .c-id, .c-facet, .c-stage, .c-grade, .c-move { display: none; } .firms td .under { display: block; }
  .firms th, .firms td { padding-left: 4px; padding-right: 4px; } .firms thead button { padding-left: 4px; padding-right: 4px; }
  #firm-tools label { flex: 1 1 40%; } #firm-tools select { width: 100%; max-width: none; }
  .sheet header { flex-direction: column; gap: 4px; } .score { text-align: left; } .sheet, .card-buttons { padding-left: 14px; padding-right: 14px; }
  .indicators th .under, .indicators .lost, .parts .c-bar { display: none; } .bar { min-width: 40px; }
  .indicators th, .indicators td { padding-left: 2px; padding-right: 4px; } .indicators thead th { white-space: normal; }
  #near tr { display: grid; grid-template-columns: 1fr max-content minmax(58px, max-content); border-bottom: 1px solid var(--edge); } #near th, #near td { border: 0; }
  #near tbody th { min-width: 0; } #near thead th:last-child { display: none; } caption span { display: block; max-width: calc(100vw - 64px); } #near td:last-child { grid-column: 1 / -1; padding-top: 0; color: var(--soft); }
  .indicators td.number:nth-of-type(2) { padding-left: 10px; }
  .parts, .moved { min-width: 600px; } #support table { min-width: 720px; } .parts { table-layout: auto; } .parts .c-spread { width: 220px; }
}
@page { size: A4; margin: 15mm 13mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); font-size: 9pt; } }
@media print {
  body { background: none; font-size: 10pt; } main, body > header, body > footer { max-width: none; padding: 0; }
  nav, #firms, .card-buttons, dialog:not([open]) { display: none; }
  section { border: 0; border-top: 1px solid var(--edge); border-radius: 0; padding: 10pt 0; margin: 0; }
  h2, h3, h2 + p { break-after: avoid; } p { break-inside: avoid; } #near tbody th, .moved tbody th { min-width: 170pt; } tr, .issue, svg, .tiles { break-inside: avoid; } thead { display: table-header-group; }
  table { font-size: 9pt; } th, td { padding: 3pt 4pt; } .tiles { grid-template-columns: repeat(6, 1fr); gap: 6pt; }
  .tiles { margin-top: 10pt; } .whole { break-inside: avoid; } body > footer { margin-top: 8pt; }
  .tiles b { font-size: 16pt; } .tiles li { padding: 4pt 6pt; }
  .scroll { overflow: visible; } .tiles, svg, .key, .bar, .bar i { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  #print-list { display: block; break-before: page; padding-top: 0; }
  body.card-open > :not(dialog) { display: none; }
  dialog { position: static; width: auto; max-width: none; max-height: none; overflow: visible; border: 0; margin: 0; }
  dialog { outline: 0; border-radius: 0; } dialog::backdrop { display: none; } .sheet { padding: 0; } .facts { columns: 2; } .facts div { break-inside: avoid; padding: 1pt 0; }
  .facts dt { flex-basis: 56pt; } .indicators th, .indicators td { padding: 1.5pt 4pt; } .indicators .under { font-size: 7.5pt; line-height: 1.3; }
  .bar { height: 3pt; margin-top: 1pt; }
}
`;
