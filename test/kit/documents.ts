/** One report, made of figures, as each kind of document. */
import { type Figures, type SeenCell, seen } from './figures';
import { docx, p, r, tbl, tc, tr, xlsx } from './office-files';
import { pdf, type PdfBlock, type PdfOptions } from './pdf';

const opening = '本报告根据《中华人民共和国政府信息公开条例》要求编制。所列数据的统计期限自2024年1月1日起至2024年12月31日止。';
const overview = [
  '主动公开。全年公开政府信息三百条。',
  '依申请公开。按规定办理。',
  '政府信息管理。定期清理。',
  '政府信息公开平台建设。维护专栏。',
  '监督保障。开展考核。',
];

/** Paragraphs and tables of the report. */
export function reportBlocks(figures: Figures): PdfBlock[] {
  const [second, third, fourth] = seen(figures);
  return [
    '云川县水务局2024年政府信息公开工作年度报告',
    opening,
    '一、总体情况',
    ...overview.map((text, i) => `（${'一二三四五'[i]}）${text}`),
    '二、主动公开政府信息情况',
    second,
    '三、收到和处理政府信息公开申请情况',
    third,
    '四、政府信息公开行政复议、行政诉讼情况',
    fourth,
    '五、存在的主要问题及改进情况',
    '一是解读不够多，将增加形式；二是更新不够快，将加强检查。',
    '六、其他需要报告的事项',
    '本年度未收取信息处理费。',
  ];
}

export const documentsOf = {
  docx: (figures: Figures) =>
    docx(
      reportBlocks(figures)
        .map((block) => (typeof block === 'string' ? p(r(block)) : wordTable(block)))
        .join(''),
    ),
  xlsx: (figures: Figures) =>
    xlsx(
      { 年报: sheetOf(reportBlocks(figures)) },
      '<numFmts><numFmt numFmtId="170" formatCode="0.0000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs>',
    ),
  html: (figures: Figures) =>
    new Uint8Array(
      Buffer.from(
        `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><div>首页 &gt; 公开</div><div class="article">${reportBlocks(figures)
          .map((block) => (typeof block === 'string' ? `<p>${block}</p>` : htmlTable(block)))
          .join('')}</div><footer>主办：某单位</footer></body></html>`,
      ),
    ),
  pdf: (figures: Figures, options: PdfOptions = {}) => pdf(reportBlocks(figures), options),
} as const;

export function wordTable(rows: readonly (readonly SeenCell[])[]): string {
  /** For each column the cell above that still reaches down, and for how many rows. */
  const open = new Map<number, { left: number; readonly width: number }>();
  return tbl(
    ...rows.map((row) => {
      const cells: string[] = [];
      let column = 0;
      const skip = () => {
        for (let above = open.get(column); above && above.left > 0; above = open.get(column)) {
          above.left--;
          cells.push(tc('', `<w:gridSpan w:val="${above.width}"/><w:vMerge/>`));
          column += above.width;
        }
      };
      for (const { text, colspan, rowspan } of row) {
        skip();
        cells.push(tc(text, `<w:gridSpan w:val="${colspan}"/>${rowspan > 1 ? '<w:vMerge w:val="restart"/>' : ''}`));
        open.set(column, { left: rowspan - 1, width: colspan });
        column += colspan;
      }
      skip();
      return tr(...cells);
    }),
  );
}

export function htmlTable(rows: readonly (readonly SeenCell[])[]): string {
  return `<table>${rows.map((row) => `<tr>${row.map(({ text, colspan, rowspan }) => `<td colspan="${colspan}" rowspan="${rowspan}"><span>${text}</span></td>`).join('')}</tr>`).join('')}</table>`;
}

export function sheetOf(blocks: readonly PdfBlock[]): string {
  const merges: string[] = [];
  const rows: string[] = [];
  const letter = (column: number) => String.fromCharCode(65 + column);
  const cell = (text: string, name: string) => {
    if (text === '') return '';
    if (!/^\d+(?:\.\d+)?$/.test(text)) return `<c r="${name}" t="inlineStr"><is><t>${text}</t></is></c>`;
    return `<c r="${name}"${text.includes('.') ? ' s="1"' : ''}><v>${Number(text)}</v></c>`;
  };
  for (const block of blocks) {
    if (typeof block === 'string') {
      rows.push(cell(block, `A${rows.length + 1}`));
      continue;
    }
    const free: number[] = [];
    for (const row of block) {
      const number = rows.length + 1;
      let column = 0;
      const cells = row.map(({ text, colspan, rowspan }) => {
        while ((free[column] ?? 0) > number) column++;
        const name = `${letter(column)}${number}`;
        if (colspan * rowspan > 1) merges.push(`<mergeCell ref="${name}:${letter(column + colspan - 1)}${number + rowspan - 1}"/>`);
        for (let i = column; i < column + colspan; i++) free[i] = number + rowspan;
        column += colspan;
        return cell(text, name);
      });
      rows.push(cells.join(''));
    }
  }
  return `<sheetData>${rows.map((cells, i) => `<row r="${i + 1}">${cells}</row>`).join('')}</sheetData><mergeCells>${merges.join('')}</mergeCells>`;
}
