/** A report as a page to print: all of it is there, in its order, as text and not as tags; the page needs nothing else. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { printablePage } from '../../server/src/features/page/printable-page';
import { checkUnsilenced } from '../../server/src/features/silence/silence';
import { sections } from '../../server/src/report/form/form';
import { parse } from '../../server/src/report/parse';
import { format } from '../../server/src/text/message';
import { connect } from '../kit/client';
import { layouts, prose, report } from '../kit/layouts';
import { reportMarkdown, tablesIn, textOf } from '../kit/preview';
import { ordinaryText, sampleReport } from '../kit/sample';

function pageOf(text: string, markdown = false): string {
  const read = parse(text);
  return printablePage(read, checkUnsilenced(read), { markdown, name: '未命名', say: (message) => format(message) });
}

/** Blocks as tag and text; the form's tables as `form`. */
function blocksOf(page: string): [string, string][] {
  const main = (/<main>\n([\s\S]*)<\/main>/.exec(page)?.[1] ?? '').replace(/<div class="form">[\s\S]*?<\/div>/g, '<form>-</form>');
  return [...main.matchAll(/<(h1|h2|h3|p|table|form)( class="\w+")?>([\s\S]*?)<\/\1>/g)].map(([, tag = '', , content = '']) => [
    tag,
    textOf(content).replaceAll('\n', ''),
  ]);
}

function squeezed(text: string): string {
  return text.replace(/[\s\u3000]+/g, '');
}

describe('a whole report', () => {
  it.each(layouts)('$name', (layout) => {
    const page = pageOf(report(layout));
    const headings = sections.map(({ numeral, name }) => ['h2', `${numeral}、${name}`]);
    const blocks = blocksOf(page);
    expect(blocks[0]).toEqual(['h1', prose.title]);
    expect(blocks.filter(([tag]) => tag === 'h2')).toEqual(headings);
    expect(blocks.filter(([tag]) => tag !== 'p').map(([tag]) => tag)).toEqual([
      'h1',
      'h2',
      'h2',
      'form',
      'h2',
      'form',
      'h2',
      'form',
      'h2',
      'h2',
    ]);
    const lines = [prose.opening, prose.one, prose.five, prose.six].flatMap((part) =>
      part.split('\n').filter((line) => line !== '' && !/^[一五六]、/.test(line)),
    );
    expect(blocks.filter(([tag]) => tag === 'p').map(([, text]) => text)).toEqual(lines);
  });

  it('has the tables of the preview', () => {
    const text = sampleReport({ total: 25 });
    const forms = [...pageOf(text).matchAll(/<div class="form">\n([\s\S]*?)<\/div>\n/g)].map(([, table]) => table);
    expect(forms).toEqual(tablesIn(reportMarkdown().render(text)).map((table) => table.replace(/^<div[^>]*>\n|<\/div>\n$/g, '')));
  });
});

describe('reports as they come', () => {
  const shared = process.env['NIANBAO_SHARED'] ?? '../shared';
  const list = (folder: string): string[] => {
    try {
      return readdirSync(folder)
        .filter((name) => /\.(?:txt|md)$/.test(name))
        .map((name) => `${folder}/${name}`);
    } catch {
      return [];
    }
  };
  it.each([...list('test/reports'), ...list(`${shared}/seeds`)])('%s: every line of its prose is there, in its order', (path) => {
    const text = readFileSync(path, 'utf8');
    const read = parse(text);
    const page = squeezed(textOf(pageOf(text, path.endsWith('.md'))));
    let at = 0;
    for (const { start, end } of read.prose) {
      const line = squeezed(text.slice(start, end));
      if (read.title && start < read.title.span.end && read.title.span.start < end) continue;
      const found = page.indexOf(line, at);
      expect(found, line).toBeGreaterThanOrEqual(0);
      at = found + line.length;
    }
  });
});

describe('prose', () => {
  const withProse = (lines: string): string =>
    report(layouts[0] as (typeof layouts)[number]).replace('一、总体情况\n\n', `一、总体情况\n\n${lines}\n\n`);

  it('Markdown: strong words, headings, links, lists and escapes', () => {
    const page = pageOf(
      withProse(
        '### （一）主动公开情况\n\n**全年**公开\\*信息*3条，见[网站](https://example.gov.cn/a_b)。\n\n- 一是公开\n\n[坏](javascript:alert(1))',
      ),
      true,
    );
    expect(page).toContain('<h3>（一）主动公开情况</h3>');
    expect(page).toContain('<p><strong>全年</strong>公开*信息*3条，见<a href="https://example.gov.cn/a_b">网站</a>。</p>');
    expect(page).toContain('<p>• 一是公开</p>');
    expect(page).not.toContain('href="javascript');
    expect(page).toContain('javascript:alert(1)');
  });

  it('plain text stays as it is written', () => {
    expect(pageOf(withProse('**全年**公开信息 a_b_c 3条。'))).toContain('<p>**全年**公开信息 a_b_c 3条。</p>');
  });

  it('tags are shown as what they enclose, and other angle brackets as such', () => {
    const page = pageOf(withProse('<p>全年<b>公开</b>&nbsp;3条</p>\n\n《a》<"b">若 1<2 则 <script>alert(1)</script>是'));
    expect(page).toMatch(/<p>全年公开[ \u00a0]3条<\/p>/);
    expect(page).not.toContain('<script');
    expect(page).toContain('1&lt;2');
  });

  it('comments are no part of the report', () => {
    const page = pageOf(
      withProse(
        '<!-- nianbao-disable-next-line wrong-sum 已核对 -->\n公开信息3条。<!-- 待核 -->\n\n【nianbao-disable-line wrong-sum】\n\n<!-- 多行\n备注 -->',
      ),
      true,
    );
    expect(page).not.toMatch(/nianbao-disable|待核|备注|已核对/);
    expect(page).toContain('<p>公开信息3条。</p>');
  });

  it('lines that break off inside of a sentence are joined', () => {
    const long = '全年通过县政府门户网站、政务新媒体和政府公报等渠道主动公开政府信息共计三百一十六条其中';
    expect(pageOf(withProse(`${long}\n网站二百条、新媒体一百一十六条。`))).toContain(`<p>${long}网站二百条、新媒体一百一十六条。</p>`);
  });

  it("tables that are not the form's stay tables", () => {
    const page = pageOf(withProse('| 渠道 | 条数 |\n| --- | --- |\n| 网站 | 200 |\n| 新媒体 | 116 |'), true);
    expect(page).toContain(
      '<table>\n<tr><td>渠道</td><td>条数</td></tr>\n<tr><td>网站</td><td>200</td></tr>\n<tr><td>新媒体</td><td>116</td></tr>\n</table>',
    );
  });

  it('agency and date at the end are set apart', () => {
    const page = pageOf(`${report(layouts[0] as (typeof layouts)[number])}\n溪口县水务局\n2025年1月20日\n`);
    expect(page).toContain('<p class="signature">溪口县水务局</p>\n<p class="signature">2025年1月20日</p>');
  });
});

describe('the page', () => {
  const page = pageOf(sampleReport({ total: 25 }));

  it('stands alone', () => {
    expect(page).not.toMatch(/<script|<link|@import|url\(|\bsrc=|https?:/);
    expect(page).toMatch(/^<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">/);
    expect(page).toContain('<title>青禾县水利局2024年政府信息公开工作年度报告</title>');
    expect(
      pageOf(
        '（一）予以公开 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n三、本年度办理结果\n（七）总计 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
      ),
    ).toContain('<title>未命名</title>');
  });

  it('says how much is to be checked, on the screen only', () => {
    expect(page).toMatch(/<p class="hint">表格中有 \d+ 处要核对/);
    expect(pageOf(sampleReport())).toContain('<p class="hint">按 Ctrl+P 打印');
    expect(page).toMatch(/@media print \{[^@]*\.hint, \.nianbao-notes > li:not\(:has\(\.nianbao-left\)\) \{ display: none; \}/);
  });
});

describe('nianbao/page', () => {
  const uri = 'file:///reports/%E5%B9%B4%E6%8A%A5.txt';

  it('is given for reports, whatever their kind of file, and for nothing else', async () => {
    const client = await connect({ locale: 'zh-cn' });
    await client.open(uri, sampleReport(), 'plaintext');
    const { html = '', title } = await client.request<{ html?: string; title?: string }>('nianbao/page', { uri });
    expect(html).toBe(pageOf(sampleReport()));
    expect(title).toBe('青禾县水利局2024年政府信息公开工作年度报告');
    await client.change(uri, { text: ordinaryText });
    expect(await client.request('nianbao/page', { uri })).toEqual({});
    expect(await client.request('nianbao/page', { uri: 'file:///never.txt' })).toEqual({});
    client.dispose();
  });

  it('tells with the status what tables are looked at by', async () => {
    const client = await connect({
      initializationOptions: { status: true, taken: { [uri]: true } },
      configuration: () => ({ severities: { 'wrong-row-total': 'hint' } }),
    });
    await client.open(uri, sampleReport(), 'plaintext');
    const { goesBy } = await client.request<{ goesBy?: unknown }>('nianbao/status', { uri });
    expect(goesBy).toEqual({ taken: true, enable: true, severities: { 'wrong-row-total': 'hint' } });
    client.dispose();
  });
});
