/** The Markdown preview without VS Code: markdown-it with the extension's plug-in. */
import MarkdownIt, { type MarkdownIt as Markdown } from 'markdown-it';
import { showReportTables } from '../../client/src/report-tables';
import { type PreviewOptions, previewTables } from '../../server/src/preview';

/** Markdown as VS Code renders it, without what is not of interest here. */
export function plainMarkdown(): Markdown {
  return new MarkdownIt({ html: true, linkify: true });
}

/** The same with the tables of reports as the form prints them. */
export function reportMarkdown(options: Partial<PreviewOptions> = {}): Markdown {
  return showReportTables(plainMarkdown(), (text) => previewTables(text, { language: 'zh-cn', ...options }));
}

const shown = /<div class="nianbao-table">\n[\s\S]*?<\/div>\n/g;

/** The tables in rendered HTML, without the lines at which their rows stand. */
export function tablesIn(html: string): string[] {
  return (html.match(shown) ?? []).map((table) => table.replace(/ class="code-line" data-line="\d+"/g, ''));
}

export function withoutTables(html: string): string {
  return html.replace(shown, '');
}

/** What a reader sees of HTML, in its order, one line for each piece of text. */
export function textOf(html: string): string {
  const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return html
    .replace(/<style>[\s\S]*?<\/style>|<title>[^<]*<\/title>/g, '')
    .replace(/<[^>]*>/g, '\n')
    .replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/\n\s*/g, '\n')
    .trim();
}

/** The runs of digits in a text, sorted. */
export function figuresIn(text: string): string[] {
  return (text.match(/[\d０-９]+/g) ?? []).sort();
}
