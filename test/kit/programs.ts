/**
 * The HTML that other programs put on the clipboard, as functions from the seen table: what each of them is known to write
 * around the cells. Tests of pasting run over all of them.
 */
import type { SeenCell } from './figures';

export interface Program {
  readonly name: string;
  /** Tables with paragraphs between them, as when more than one table is copied. */
  readonly write: (parts: readonly (SeenCell[][] | string)[]) => string;
}

/** One of a table's rows as the program writes it. */
type WriteRow = (cells: readonly SeenCell[], index: number) => string;

const spans = ({ colspan, rowspan }: SeenCell): string =>
  (colspan > 1 ? ` colspan=${colspan}` : '') + (rowspan > 1 ? ` rowspan=${rowspan}` : '');

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const rows = (table: SeenCell[][], write: WriteRow): string => table.map(write).join('\n');

/** Column edges that do not meet make Word count more columns than are seen: each row's last value is said to take two. */
const uneven = (cells: readonly SeenCell[]): SeenCell[] =>
  cells.map((cell, i) => (i === cells.length - 1 && /^\d/.test(cell.text) ? { ...cell, colspan: cell.colspan + 1 } : cell));

/** Label and figures in runs of their own, lines of the source broken inside of the text, marks of empty paragraphs. */
const wordParagraph = (text: string): string => {
  const inside = text === '' ? "<span lang=EN-US style='font-family:宋体'><o:p>&nbsp;</o:p></span>" : wordRuns(text);
  return `<p class=MsoNormal align=center style='mso-margin-top-alt:auto;text-align:center;\n  mso-pagination:widow-orphan'>${inside}</p>`;
};

const wordRuns = (text: string): string =>
  text
    .split(/(?<=^.{6})/)
    .map((part) => `<span\n  lang=EN-US style='font-size:10.5pt;font-family:宋体;mso-bidi-font-family:宋体'>${escaped(part)}</span>`)
    .join('') + '<span lang=EN-US><o:p></o:p></span>';

const word: Program = {
  name: 'Word',
  write: (parts) => `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=ProgId content=Word.Document>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View><w:Zoom>0</w:Zoom></w:WordDocument></xml><![endif]-->
<style><!-- /* Style Definitions */ p.MsoNormal, li.MsoNormal {mso-style-unhide:no; margin:0cm; font-size:10.5pt;} @page WordSection1 {size:595.3pt 841.9pt;} --></style>
<!--[if gte mso 10]><style>table.MsoNormalTable {mso-style-name:普通表格;}</style><table><tr><td>没有显示的表</td></tr></table><![endif]-->
</head><body lang=ZH-CN style='tab-interval:21.0pt'><!--StartFragment-->
${parts
  .map((part) =>
    typeof part === 'string'
      ? wordParagraph(part)
      : `<div align=center><table class=MsoNormalTable border=0 cellspacing=0 cellpadding=0 width=735 style='width:551.0pt;border-collapse:collapse;mso-yfti-tbllook:1184'>
${rows(
  part,
  (cells, i) =>
    ` <tr style='mso-yfti-irow:${i};${i === 0 ? 'mso-yfti-firstrow:yes;' : ''}page-break-inside:avoid'>\n${uneven(cells)
      .map(
        (cell) =>
          `  <td width=63${spans(cell)} valign=center style='width:47.3pt;border:solid windowtext 1.0pt;\n  mso-border-alt:solid windowtext .5pt;padding:0cm 5.4pt 0cm 5.4pt'>\n  ${wordParagraph(cell.text)}\n  </td>`,
      )
      .join('\n')}\n </tr>`,
)}
 <![if !supportMisalignedColumns]>
 <tr height=0><td width=63 style='border:none'></td><td width=63 style='border:none'></td></tr>
 <![endif]>
</table></div>`,
  )
  .join('\n')}
<!--EndFragment--></body></html>`,
};

const wps: Program = {
  name: 'WPS',
  write: (
    parts,
  ) => `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><meta name="Generator" content="WPS Office"><style>
@font-face{font-family:"Times New Roman";}p.MsoNormal{mso-style-name:正文;margin:0pt;}table.MsoTableGrid{mso-style-name:"网格型";}div.Section0{page:Section0;}</style></head><body style="tab-interval:21pt;" ><!--StartFragment--><div class="Section0" >
${parts
  .map((part) =>
    typeof part === 'string'
      ? `<p class=MsoNormal ><b><span style="mso-spacerun:'yes';font-family:黑体;" ><font face="黑体" >${escaped(part)}</font></span></b><span ><o:p></o:p></span></p>`
      : `<table class=MsoTableGrid border=1 cellspacing=0 style="border-collapse:collapse;width:426.1pt;mso-padding-alt:0pt 5.4pt" >
${rows(part, (cells) => `<tr>${cells.map((cell) => `<td${spans(cell)} valign=top style="width:42.6pt;padding:0pt 5.4pt;border:1pt solid windowtext;" ><p class=MsoNormal align=center ><span style="mso-spacerun:'yes';" >&nbsp;<font face="宋体" >${cell.text.length === 4 && !/\d/.test(cell.text) ? `${cell.text.slice(0, 2)}</font><br/><font face="宋体" >${cell.text.slice(2)}` : escaped(cell.text)}</font></span><span ><o:p>&nbsp;</o:p></span></p></td>`).join('')}</tr>`)}
</table>`,
  )
  .join('\n')}</div><!--EndFragment--></body></html>`,
};

const excel: Program = {
  name: 'Excel',
  write: (parts) => `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=ProgId content=Excel.Sheet>
<style><!--table {mso-displayed-decimal-separator:"\\."; mso-displayed-thousand-separator:"\\,";} .xl65 {text-align:center; border:.5pt solid windowtext; white-space:normal;} .xl66 {mso-number-format:"0_ ";} --></style></head>
<body link="#0563C1" vlink="#954F72"><table border=0 cellpadding=0 cellspacing=0 width=720 style='border-collapse:collapse;width:540pt'><!--StartFragment-->
 <col width=72 span=10 style='width:54pt'>
${parts
  .map((part) =>
    typeof part === 'string'
      ? ` <tr height=25 style='height:18.75pt'><td colspan=10 height=25 class=xl65 width=720 style='height:18.75pt;width:540pt'>${escaped(part)}</td></tr>`
      : rows(
          part,
          (cells) =>
            ` <tr height=19 style='mso-height-source:userset;height:14.25pt'>\n${cells.map((cell) => `  <td${spans(cell)} class=${/^\d/.test(cell.text) ? `xl66 align=right x:num="${escaped(cell.text)}"` : 'xl65'} style='border-top:none'>${escaped(cell.text)}</td>`).join('\n')}\n </tr>`,
        ),
  )
  .join('\n')}
<!--EndFragment--></table></body></html>`,
};

const editor: Program = {
  name: 'web editor',
  write: (
    parts,
  ) => `<meta charset='utf-8'><table width="980" align="center"><tbody><tr><td class="crumbs">当前位置：首页 &gt; 政府信息公开年报</td></tr><tr><td><div id="zoom" class="TRS_Editor">
${parts
  .map((part) =>
    typeof part === 'string'
      ? `<p style="text-indent: 2em;"><strong>${escaped(part)}</strong></p>`
      : `<table cellspacing="0" cellpadding="0" border="1" style="border-collapse:collapse;"><thead><tr class="firstRow">${cellsOf(part[0] ?? [])}</tr></thead><tbody>${part
          .slice(1)
          .map((cells) => `<tr>${cellsOf(cells)}</tr>`)
          .join('')}</tbody></table>`,
  )
  .join('\n')}
</div></td></tr></tbody></table>`,
};

const cellsOf = (cells: readonly SeenCell[]): string =>
  cells
    .map(
      (cell) =>
        `<td${spans(cell)} style="word-break: break-all;"><p style="text-align: center;"><span style="font-size: 16px;">\u200b${cell.text === '' ? '<br/>' : escaped(cell.text)}</span></p></td>`,
    )
    .join('');

export const programs: readonly Program[] = [word, wps, excel, editor];
