/**
 * Report tables in the Markdown preview: whatever way the draft separates its cells, the same form comes out, with every
 * figure in it or below it, and nothing outside of the tables is rendered otherwise than ever.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clean, rowIds } from '../kit/figures';
import { type Layout, layouts, prose, report } from '../kit/layouts';
import { plainMarkdown, reportMarkdown, tablesIn, withoutTables } from '../kit/preview';
import { sampleReport } from '../kit/sample';

const markdown = reportMarkdown();
const plain = plainMarkdown();
const rowPipes = layouts.find(({ name }) => name.startsWith('row per line, pipes')) as Layout;
const html = layouts.find(({ name }) => name === 'HTML') as Layout;

describe('texts that are no reports', () => {
  const pages = readdirSync('server/src/rules', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `server/src/rules/${name}`);
  it.each(['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...pages])('%s is rendered as ever', (path) => {
    const text = readFileSync(path, 'utf8');
    expect(markdown.render(text)).toBe(plain.render(text));
  });
});

describe('where a table stands', () => {
  const table = tablesIn(markdown.render(report(rowPipes)))[1] as string;
  const three = ((report(rowPipes).split(prose.three)[1] as string).split(prose.four)[0] as string).trim();
  const shownIn = (text: string) => tablesIn(markdown.render(text));

  it('right below a paragraph, indented or not', () => {
    expect(shownIn(`${prose.three}\n${three}\n`)).toEqual([table]);
    expect(shownIn(`${prose.three}\n\t${three}\n`)).toEqual([table]);
    expect(withoutTables(markdown.render(`${prose.three}\n\t${three}\n`))).toBe(plain.render(prose.three));
  });

  it('right above a paragraph of another kind', () => {
    expect(withoutTables(markdown.render(`${prose.three}\n${three}\n## ${prose.four}\n`))).toBe(
      plain.render(`${prose.three}\n\n## ${prose.four}\n`),
    );
  });

  it('behind a list', () => {
    const text = `${prose.title}\n\n- 一是公开；\n- 二是答复。\n\n${prose.three}\n${three}\n`;
    expect(shownIn(text)).toEqual([table]);
  });

  it('as HTML within other raw HTML', () => {
    const text = report(html)
      .replaceAll('<table border="1">', '<div align="center">\n<table border="1">')
      .replaceAll('</table>', '</table>\n</div>');
    const rendered = markdown.render(text);
    expect(tablesIn(rendered)).toEqual(tablesIn(markdown.render(report(html))));
    expect(rendered.match(/<div align="center">/g)).toHaveLength(3);
    expect(withoutTables(rendered).match(/<\/div>/g)).toHaveLength(3);
  });

  it('within fenced code it is code', () => {
    const text = `${prose.title}\n\n${prose.three}\n\n\`\`\`text\n${three}\n\`\`\`\n`;
    expect(markdown.render(text)).toBe(plain.render(text));
  });
});

describe('what is wrong', () => {
  const wrong = sampleReport({ total: 25 });

  it('is marked on its cell, with the reason as tooltip and below the table', () => {
    const rendered = markdown.render(wrong);
    const mark = /<td class="nianbao-error" title="([^"]*)" data-nianbao-mark="(.)">25<\/td>/.exec(rendered);
    expect(mark?.[1]).toMatch(/总计 25 应为 24（20＋3＋1）/);
    expect(rendered).toContain(`<span class="nianbao-number">${mark?.[2] ?? ''}</span> ${mark?.[1]?.split('\n')[0] ?? ''}`);
  });

  it('is said in the language of the editor', () => {
    expect(reportMarkdown({ language: 'en' }).render(wrong)).toMatch(/title="[^"]*should be 24/);
  });

  it('counts as the user set it', () => {
    expect(reportMarkdown({ severities: { 'wrong-row-total': 'hint' } }).render(wrong)).toMatch(
      /class="nianbao-(?:hint|error)" title="[^"]*总计 25 应为 24/,
    );
    const off = reportMarkdown({
      severities: {
        'wrong-row-total': 'off',
        'wrong-result-total': 'off',
        'unbalanced-requests': 'off',
        'mismatched-figure': 'off',
        'unbalanced-text': 'off',
      },
    });
    expect(off.render(wrong)).not.toContain('data-nianbao-mark');
    expect(tablesIn(off.render(wrong))).toHaveLength(3);
    expect(reportMarkdown({ enable: false }).render(wrong)).toBe(plain.render(wrong));
  });

  it('is silent where a comment silences it', () => {
    expect(markdown.render(`<!-- nianbao-disable -->\n\n${wrong}`)).not.toContain('data-nianbao-mark');
  });

  it('a figure that a sentence contradicts is marked too', () => {
    const rendered = markdown.render(sampleReport().replace('上年结转2件', '上年结转7件'));
    expect(rendered).toMatch(/title="[^"]*上年结转 7[^"]*" data-nianbao-mark="①">2<\/td>/);
  });

  it('blank cells are marked one by one or all together', () => {
    const figures = clean();
    (figures.table3['不予1'] as string[])[2] = '';
    expect(markdown.render(report(rowPipes, figures))).toMatch(
      /<td class="nianbao-warning" title="[^"]*空白[^"]*" data-nianbao-mark="①"><\/td>/,
    );
    for (const id of rowIds)
      if (id !== '新收') figures.table3[id] = (figures.table3[id] as string[]).map((value) => (value === '0' ? '' : value));
    const many = markdown.render(report(rowPipes, figures));
    expect(many.match(/data-nianbao-mark="①"><\/td>/g)?.length).toBeGreaterThan(10);
  });

  it('missing rows and rows that fit no columns are empty, and said below the table', () => {
    const missing = markdown.render(sampleReport().replace(/^2\.重复申请.*\n/m, ''));
    expect(missing.match(/<td class="nianbao-empty" title="草稿中没有这一行">/g)).toHaveLength(7);
    expect(missing).toMatch(/<li class="nianbao-error">[^<]*2\.重复申请/);
    const ragged = markdown.render(sampleReport().replace('2.重复申请 | 1 | 0', '2.重复申请 | 1'));
    expect(ragged.match(/<td class="nianbao-empty"/g)).toHaveLength(7);
    expect(ragged).toContain('<span class="nianbao-left">2.重复申请 | 1 | 0 | 0 | 0 | 0 | 1</span>');
  });

  it('rows that the form does not have are shown below the table', () => {
    expect(
      markdown.render(sampleReport().replace('（七）总计 |', '另加一行 | 61 | 62 | 63 | 64 | 65 | 66 | 381 |\n（七）总计 |')),
    ).toContain('另加一行 | 61 | 62 | 63 | 64 | 65 | 66 | 381');
  });
});

describe('safety', () => {
  it('escapes what stands in cells, tooltips and notes', () => {
    const evil = '"><img src=x onerror=alert(1)>\'&';
    const rendered = markdown.render(sampleReport({ total: evil }).replace('（七）总计 |', `${evil}行 | 1 |\n（七）总计 |`));
    const tables = tablesIn(rendered).join('');
    expect(tables).toContain('onerror');
    expect(tables.match(/<(?!\/?(?:div|table|thead|tbody|tr|th|td|ul|li|span)\b)/g)).toBeNull();
    for (const [tag] of tables.matchAll(/<[a-z][^>]*>/g)) expect(tag).toMatch(/^<[a-z]+(?: [a-z-]+="[^"<>]*")*>$/);
  });

  it('puts nothing into the tokens that cannot be sent on', () => {
    const tokens = markdown.parse(sampleReport({ total: 25 }), {});
    expect(JSON.stringify(tokens).length).toBeLessThan(200_000);
    expect(tokens.filter(({ type }) => type === 'nianbao_table').map(({ map }) => map)).toHaveLength(3);
  });
});
