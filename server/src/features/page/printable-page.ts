/**
 * A report as a web page that stands alone and can be printed: set as official documents are, tables with merged cells as on
 * paper. What is wrong with the tables is marked on the screen only; what has no place in the form is printed below its table.
 * Carries its own style, runs no script and loads nothing but pictures that lie beside it.
 */
import type { Report } from '../../report/report';
import type { Finding } from '../../findings/finding';
import { escapeHtml } from '../../text/escape';
import { msg } from '../../text/message';
import { inlineHtml } from './inline-markup';
import { pageBlocks, type PlacedBlock } from './page-blocks';
import { pageStyle } from './page-style';
import { type ShownTable, shownTables } from './shown-table';
import { type Say, tableHtml } from './table-html';

export interface PageOptions {
  /** Whether the text is Markdown. */
  readonly markdown: boolean;
  /** Names the page where the report has no title. */
  readonly name: string;
  readonly say: Say;
  /** Whether blocks tell the line on which they begin, for a preview that follows the cursor. */
  readonly lines?: boolean;
}

/** The page. `findings` are those of the report, in the order of their place. */
export function printablePage(report: Report, findings: readonly Finding[], options: PageOptions): string {
  const { name, say } = options;
  const tables = shownTables(report, findings);
  const count = tables.reduce((sum, { notes }) => sum + notes.length, 0);
  const hint =
    count > 0
      ? msg('表格中有 {0} 处要核对，标记只在屏幕上显示，不会打印。按 Ctrl+P 打印。', count)
      : msg('按 Ctrl+P 打印，这一行不会打印。');
  const blocks = pageBlocks(report, tables).map((block) => blockHtml(block, options, report.title?.agency ?? ''));
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(report.title?.text ?? name)}</title>
<style>
${pageStyle}</style>
</head>
<body>
<p class="hint">${escapeHtml(say(hint))}</p>
<main>
${blocks.join('')}</main>
</body>
</html>
`;
}

function blockHtml(block: PlacedBlock<ShownTable>, { markdown, say, lines }: PageOptions, agency: string): string {
  const place = lines ? ` data-line="${block.line}"` : '';
  switch (block.kind) {
    case 'form':
      return `<div class="form"${place}>\n${tableHtml(block.table, say)}</div>\n`;
    case 'table':
      return `<table${place}>\n${block.rows.map((cells) => `<tr>${cells.map((cell) => `<td>${inlineHtml(cell, markdown)}</td>`).join('')}</tr>\n`).join('')}</table>\n`;
    case 'title':
      return `<h1${place}>${titleHtml(block.text, agency)}</h1>\n`;
    case 'heading':
      return `<h2${place}>${escapeHtml(block.text)}</h2>\n`;
    case 'subheading':
      return `<h3${place}>${inlineHtml(block.text, markdown)}</h3>\n`;
    case 'signature':
      return `<p class="signature"${place}>${escapeHtml(block.text)}</p>\n`;
    case 'paragraph':
      return `<p${place}>${inlineHtml(block.text, markdown)}</p>\n`;
  }
}

/** A long title is broken behind the agency's name. */
function titleHtml(text: string, agency: string): string {
  const parts = agency !== '' && text.startsWith(agency) ? [agency, text.slice(agency.length)] : [text];
  return parts.map((part) => `<span>${escapeHtml(part)}</span>`).join('');
}
