/** The looks of a printable page: a sheet of A4 on the screen and on paper, in the typefaces of official documents. */
export const pageStyle = `@page { size: A4; margin: 30mm 26mm 28mm; @bottom-center { content: "— " counter(page) " —"; font: 12pt SimSun, "Songti SC", "Noto Serif CJK SC", serif; } }
:root { color-scheme: light; }
body { margin: 0; background: #e9e9ec; color: #000; font: 16pt/1.75 FangSong, "仿宋", FangSong_GB2312, STFangsong, "Noto Serif CJK SC", "Source Han Serif SC", serif; }
main { box-sizing: border-box; width: 210mm; max-width: 100%; min-height: 297mm; margin: 16px auto; padding: 28mm 26mm; background: #fff; box-shadow: 0 1px 6px rgb(0 0 0 / 25%); }
.hint { margin: 0; padding: 8px 16px; background: #24292f; color: #fff; font: 14px/1.6 system-ui, "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif; text-align: center; }
h1 { margin: 0 0 1.2em; font: normal 22pt/1.5 FZXiaoBiaoSong-B05S, "方正小标宋简体", SimSun, "Songti SC", "Noto Serif CJK SC", serif; text-align: center; text-wrap: balance; }
h1 span { display: inline-block; }
h2, h3 { margin: 0.4em 0 0; font: normal 16pt/1.75 SimHei, "Heiti SC", "Noto Sans CJK SC", sans-serif; text-indent: 2em; break-after: avoid; }
h3 { font-family: KaiTi, "楷体", KaiTi_GB2312, STKaiti, "Noto Serif CJK SC", serif; }
p { margin: 0; text-indent: 2em; text-align: justify; overflow-wrap: anywhere; }
.signature { text-indent: 0; text-align: right; padding-right: 2em; }
img { max-width: 100%; }
a { color: inherit; }
table { width: 100%; margin: 0.5em 0 1em; border-collapse: collapse; font: 10.5pt/1.35 SimSun, "Songti SC", "Noto Serif CJK SC", serif; font-variant-numeric: tabular-nums; }
th, td { border: 1px solid #000; padding: 3px 4px; font-weight: normal; text-align: center; vertical-align: middle; overflow-wrap: anywhere; }
table, tr { break-inside: avoid; }
.form { break-inside: avoid; overflow-x: auto; }
.nianbao-form-2 th, .nianbao-form-2 td { padding: 6px 4px; }
.nianbao-form-3 { font-size: 9.5pt; line-height: 1.25; }
.nianbao-form-3 th, .nianbao-form-3 td { padding: 2px 3px; }
.nianbao-form-3 th:has(+ td) { text-align: left; min-width: 9em; }
.nianbao-form-3 th { overflow-wrap: normal; }
.nianbao-form-3 tbody th[rowspan] { min-width: 3em; }
.nianbao-form-3 td { width: 6.4%; }
.nianbao-form-4 th, .nianbao-form-4 td { padding: 6px 2px; width: 6.6%; }
.nianbao-error { --mark: #c62828; }
.nianbao-warning, .nianbao-unplaced { --mark: #9a6700; }
.nianbao-information { --mark: #0969da; }
.nianbao-hint { --mark: #57606a; }
.nianbao-notes { margin: 0 0 1em; padding: 0; list-style: none; font: 10.5pt/1.6 system-ui, "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif; }
.nianbao-notes > li { margin: 2px 0; padding-left: 8px; border-left: 3px solid var(--mark, transparent); }
.nianbao-number { color: var(--mark); }
.nianbao-left { display: block; font-family: SimSun, "Songti SC", "Noto Serif CJK SC", serif; }
@media screen {
  td[data-nianbao-mark] { background: color-mix(in srgb, var(--mark) 12%, transparent); box-shadow: inset 0 0 0 2px var(--mark); cursor: help; white-space: nowrap; }
  td[data-nianbao-mark]::after { content: attr(data-nianbao-mark); margin-left: 2px; color: var(--mark); }
  .nianbao-empty { background: repeating-linear-gradient(-45deg, transparent 0 5px, #999 5px 6px); cursor: help; }
}
@media print {
  body { background: none; }
  main { width: auto; min-height: 0; margin: 0; padding: 0; box-shadow: none; }
  .hint, .nianbao-notes > li:not(:has(.nianbao-left)) { display: none; }
}
`;
