/**
 * Writes a report as a fragment of HTML for the editor of a website: looks in each element, no classes, no style sheet, since
 * such editors drop those.
 */
import { escapeHtml } from '../../text/escape';
import type { ExportBlock, ExportCell } from './export';

const looks = {
  title: 'text-align:center;font-family:方正小标宋简体,小标宋,宋体,SimSun,serif;font-size:22pt;line-height:1.5;font-weight:normal',
  heading: 'text-indent:2em;font-family:黑体,SimHei,sans-serif;font-size:16pt;line-height:1.75;font-weight:normal',
  subheading: 'text-indent:2em;font-family:楷体_GB2312,楷体,KaiTi,serif;font-size:16pt;line-height:1.75;font-weight:normal',
  paragraph: 'text-indent:2em;font-family:仿宋_GB2312,仿宋,FangSong,serif;font-size:16pt;line-height:1.75;text-align:justify',
  signature: 'text-align:right;font-family:仿宋_GB2312,仿宋,FangSong,serif;font-size:16pt;line-height:1.75',
} as const;

const tags = { title: 'h1', heading: 'h2', subheading: 'h3', paragraph: 'p', signature: 'p' } as const;

export function writeHtml(blocks: readonly ExportBlock[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'table') return tableHtml(block.rows);
      const tag = tags[block.kind];
      return `<${tag} style="${looks[block.kind]}">${escapeHtml(block.text).replaceAll('\n', '<br>')}</${tag}>\n`;
    })
    .join('');
}

function tableHtml(rows: readonly (readonly ExportCell[])[]): string {
  const lines = rows.map((row) => `<tr>${row.map(cellHtml).join('')}</tr>\n`);
  return `<table border="1" cellspacing="0" cellpadding="4" style="border-collapse:collapse;border:1px solid #000;width:100%;margin:0 auto;font-family:宋体,SimSun,serif;font-size:10.5pt">\n<tbody>\n${lines.join('')}</tbody>\n</table>\n`;
}

function cellHtml({ text, columns, lines, isValue }: ExportCell): string {
  const merged = (columns > 1 ? ` colspan="${columns}"` : '') + (lines > 1 ? ` rowspan="${lines}"` : '');
  const align = isValue || (text.length < 12 && !/^\d+\./.test(text)) ? 'center' : 'left';
  return `<td${merged} style="border:1px solid #000;padding:4px;text-align:${align};vertical-align:middle">${escapeHtml(text)}</td>`;
}
