/** What the command line prints for machines: SARIF, workflow commands of GitHub, Checkstyle's XML. */
import type { Result, Run as SarifRun } from 'sarif';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../server/src/text/edit';
import { indexLines, offsetAt } from '../../server/src/text/lines';
import { run, runJson, type World } from '../kit/command-line';
import { ordinaryText, sampleReport } from '../kit/sample';
import { readSarif } from '../kit/sarif';

/** One total wrong, one placeholder, one blank cell, one doubled word: errors, a warning, a hint. */
const draft = sampleReport({ total: 25 }).replace('行政处罚 | 9 |', '行政处罚 |  |').replace('信息215条', '信息x件，全年的的信息215条');
const world: World = { files: { 'a.txt': sampleReport(), '各镇/b 1.md': draft, 'c.txt': ordinaryText } };
const paths = ['a.txt', 'c.txt', '各镇/b 1.md'];

async function sarif(argv: readonly string[], of: World = world): Promise<SarifRun> {
  const [only] = readSarif((await run(['check', '--format', 'sarif', ...argv], of)).stdout).runs;
  if (!only) throw new Error('no run');
  return only;
}

async function resultsOf(text: string, ...argv: readonly string[]): Promise<readonly Result[]> {
  return (await sarif(['a.txt', ...argv], { files: { 'a.txt': text } })).results ?? [];
}

const fingerprints = (results: readonly Result[]) => results.map(({ partialFingerprints }) => partialFingerprints?.['nianbaoPlace/v1']);

describe('every format', () => {
  test.each(['json', 'sarif', 'github', 'checkstyle', 'junit', 'text'])(
    '%s: the same exit code, nothing on standard error',
    async (format) => {
      expect(await run(['check', '--format', format, 'a.txt', '各镇/b 1.md'], world)).toMatchObject({ code: 1, stderr: '' });
      expect(await run(['check', '--format', format, 'a.txt'], world)).toMatchObject({ code: 0, stderr: '' });
    },
  );

  test.each([
    ['sarif', '"results":[\n],'],
    ['github', ''],
    ['checkstyle', '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="10.0">\n</checkstyle>\n'],
  ])('%s without any file', async (format, content) => {
    const { code, stdout } = await run(['check', '--format', format], { folders: { '.': [] } });
    expect(code).toBe(0);
    expect(stdout).toContain(content);
    if (format === 'sarif') readSarif(stdout);
  });

  test.each([
    ['sarif', '"executionSuccessful":false'],
    ['github', '::error title=nianbao,file=gone.txt::gone.txt 没有这个文件或文件夹\n'],
    [
      'checkstyle',
      '<file name="gone.txt">\n  <error line="1" severity="error" message="没有这个文件或文件夹" source="nianbao"/>\n</file>\n',
    ],
  ])('%s tells what could not be read', async (format, content) => {
    const { code, stdout, stderr } = await run(['check', '--format', format, 'gone.txt', 'a.txt'], world);
    expect(code).toBe(2);
    expect(stdout).toContain(content);
    expect(stderr).toBe('gone.txt：没有这个文件或文件夹\n');
    if (format === 'sarif') readSarif(stdout);
  });
});

describe('SARIF', () => {
  test('says the same as JSON', async () => {
    const { json } = await runJson(paths, world);
    const { results = [], artifacts = [] } = await sarif(paths);
    const levels: Readonly<Record<string, string>> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };
    expect(
      results.map(({ ruleId, level, message, locations }) => ({
        ruleId,
        level,
        text: message.text,
        region: { ...locations?.[0]?.physicalLocation?.region, snippet: undefined },
      })),
    ).toEqual(
      json.files.flatMap(({ findings }) =>
        findings.map(({ code, severity, message, range: { start, end } }) => ({
          ruleId: code,
          level: levels[severity],
          text: message,
          region: {
            startLine: start.line + 1,
            startColumn: start.character + 1,
            endLine: end.line + 1,
            endColumn: end.character + 1,
            snippet: undefined,
          },
        })),
      ),
    );
    expect(results.length).toBeGreaterThan(3);
    expect(artifacts.map(({ location }) => decodeURIComponent(location?.uri ?? ''))).toEqual(paths);
    for (const { locations } of results) {
      const { uri, index } = locations?.[0]?.physicalLocation?.artifactLocation ?? {};
      expect(artifacts[index ?? -1]?.location?.uri).toBe(uri);
    }
  });

  test('names files from the folder in which it runs, others in full', async () => {
    const { artifacts, originalUriBaseIds } = await sarif(['/srv/d.txt', 'c.txt', './各镇/b 1.md'], {
      files: { ...world.files, '/srv/d.txt': '' },
    });
    expect(originalUriBaseIds).toEqual({ '%SRCROOT%': { uri: 'file:///home/li/%E5%B9%B4%E6%8A%A5/' } });
    expect(artifacts?.map(({ location }) => location)).toEqual([
      { uri: '%E5%90%84%E9%95%87/b%201.md', uriBaseId: '%SRCROOT%' },
      { uri: 'file:///srv/d.txt' },
      { uri: 'c.txt', uriBaseId: '%SRCROOT%' },
    ]);
  });

  test('describes the rules that found something, with their pages', async () => {
    const page = '# 行总计\n\n## 检查什么\n\n每行的 `总计`\n等于六栏之和。\n\n## 为什么\n\n格式如此。\n';
    const { tool, results = [] } = await sarif(paths, { ...world, pages: { 'wrong-row-total': page } });
    const { rules = [] } = tool.driver;
    expect(new Set(rules.map(({ id }) => id))).toEqual(new Set(results.map(({ ruleId }) => ruleId)));
    expect(results.map(({ ruleIndex, ruleId }) => rules[ruleIndex ?? -1]?.id === ruleId)).not.toContain(false);
    expect(rules.find(({ id }) => id === 'wrong-row-total')).toEqual({
      id: 'wrong-row-total',
      name: 'WrongRowTotal',
      shortDescription: { text: '行总计不等于各类申请人之和' },
      fullDescription: { text: '每行的 总计 等于六栏之和。' },
      help: { text: page, markdown: page },
      helpUri: 'https://github.com/nianbao/nianbao/blob/main/server/src/rules/sums/wrong-row-total.md',
      defaultConfiguration: { level: 'error' },
    });
  });

  test('describes them in English with the English pages', async () => {
    const pages = {
      'wrong-row-total': '# 行\n\n## 检查什么\n\n每行\n',
      'wrong-row-total.en': '# Row\n\n## What it checks\n\nIn each row.\n\n## Why\n',
    };
    const { rules = [] } = (await sarif([...paths, '--lang', 'en'], { ...world, pages })).tool.driver;
    expect(rules.find(({ id }) => id === 'wrong-row-total')).toMatchObject({
      fullDescription: { text: 'In each row.' },
      help: { markdown: pages['wrong-row-total.en'] },
    });
  });

  test('brings fixes that do what the editor does', async () => {
    const results = await resultsOf(draft);
    const lines = indexLines(draft);
    const { json } = await runJson(['a.txt'], { files: { 'a.txt': draft } });
    const wanted = (json.files[0]?.findings ?? []).flatMap(({ fix }) =>
      fix
        ? [
            applyEdits(
              draft,
              fix.edits.map(({ range, newText }) => ({
                span: { start: offsetAt(lines, range.start), end: offsetAt(lines, range.end) },
                newText,
              })),
            ),
          ]
        : [],
    );
    const made = results.flatMap(({ fixes = [] }) =>
      fixes.map(({ artifactChanges }) =>
        applyEdits(
          draft,
          (artifactChanges[0]?.replacements ?? []).map(
            ({ deletedRegion: { startLine = 0, startColumn = 0, endLine = 0, endColumn = 0 }, insertedContent }) => ({
              span: {
                start: offsetAt(lines, { line: startLine - 1, character: startColumn - 1 }),
                end: offsetAt(lines, { line: endLine - 1, character: endColumn - 1 }),
              },
              newText: insertedContent?.text ?? '',
            }),
          ),
        ),
      ),
    );
    expect(made).toEqual(wanted);
    expect(made.length).toBeGreaterThan(1);
    expect(results.flatMap(({ fixes = [] }) => fixes.map(({ properties }) => properties?.['safe']))).toContain(false);
  });

  test('says in which encoding and language', async () => {
    expect((await sarif(['a.txt'], { files: { 'a.txt': Buffer.from('\ufeff年报', 'utf16le') } })).artifacts?.[0]?.encoding).toBe(
      'UTF-16LE',
    );
    expect((await sarif(['a.txt'])).language).toBe('zh-CN');
    expect((await sarif(['a.txt', '--lang', 'en'])).language).toBe('en');
  });

  test('names the place in the form', async () => {
    const places = (await resultsOf(draft)).map(({ ruleId, locations }) => [
      ruleId,
      locations?.[0]?.logicalLocations?.[0]?.fullyQualifiedName,
    ]);
    expect(places).toContainEqual(['wrong-row-total', '表三/新收/总计']);
    expect(places).toContainEqual(['blank-cell', '表二/处罚/决定']);
    expect(places).toContainEqual(['placeholder-text', '一']);
  });

  describe('fingerprints', () => {
    test.each<[string, (text: string) => string]>([
      ['lines inserted above', (text) => `\n\n网页导航\n${text}`],
      [
        'a section that grew',
        (text) => text.replace('（一）主动公开。', '全年工作情况如下。\n\n本年度全面推进政务公开。\n（一）主动公开。'),
      ],
      ['line ends of Windows', (text) => text.replaceAll('\n', '\r\n')],
      ['spaces at the ends of lines', (text) => text.replaceAll('\n', '  \n')],
      [
        'another cell of the row',
        (text) => text.replace('二、上年结转政府信息公开申请数量 | 2 |', '二、上年结转政府信息公开申请数量 | 02 |'),
      ],
    ])('survive %s', async (_, change) => {
      const before = new Set(fingerprints(await resultsOf(draft)));
      const after = new Set(fingerprints(await resultsOf(change(draft))));
      expect([...before].filter((fingerprint) => !after.has(fingerprint))).toEqual([]);
    });

    test('do not depend on the language', async () => {
      expect(fingerprints(await resultsOf(draft, '--lang', 'en'))).toEqual(fingerprints(await resultsOf(draft)));
    });

    test('tell findings of one file apart, though their words are the same', async () => {
      const same = sampleReport().replace('信息215条', '信息x件。\n信息x件。\n信息x件').replaceAll('| 0 |', '| x |');
      const all = fingerprints(await resultsOf(same));
      expect(all.length).toBeGreaterThan(20);
      expect(new Set(all).size).toBe(all.length);
    });

    test('know a finding whose wrong figure changed', async () => {
      const totals = async (total: number) =>
        (await resultsOf(sampleReport({ total }))).filter(({ ruleId }) => ruleId === 'wrong-row-total');
      expect(fingerprints(await totals(26))).toEqual(fingerprints(await totals(25)));
    });
  });
});

describe('GitHub', () => {
  const commands = async (argv: readonly string[], of: World) =>
    (await run(['check', '--format', 'github', ...argv], of)).stdout.split('\n').filter((line) => line !== '');

  test('one command for each finding, the gravest first', async () => {
    const lines = await commands(paths, world);
    const { json } = await runJson(paths, world);
    const names: Readonly<Record<string, string>> = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };
    const order = ['error', 'warning', 'notice'];
    const rank = (severity: string) => order.indexOf(names[severity] ?? '');
    const findings = json.files.flatMap((file) => file.findings).sort((a, b) => rank(a.severity) - rank(b.severity));
    expect(lines.map((line) => /^::(\w+) title=[^,:]+ \(([a-z-]+)\),file=各镇\/b 1\.md,line=(\d+),/.exec(line)?.slice(1))).toEqual(
      findings.map(({ severity, code, range }) => [names[severity], code, `${range.start.line + 1}`]),
    );
    for (const [index, { message }] of findings.entries()) expect(lines[index]?.endsWith(` ${message}`)).toBe(true);
  });

  test('how many there are stands first where GitHub shows only some', async () => {
    const files = Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`${index}.txt`, sampleReport({ total: 25 })]));
    const [first, ...rest] = await commands(Object.keys(files), { files });
    const count = (name: string) => rest.filter((line) => line.startsWith(`::${name} `)).length;
    expect(count('error')).toBeGreaterThan(10);
    expect(first).toBe(
      `::notice title=nianbao::共 ${count('error')} 个错误，${count('warning')} 个警告，${count('notice')} 条信息和提示；GitHub 只显示其中一部分，全部见日志`,
    );
  });

  test('columns only within one line', async () => {
    const split = sampleReport().replace('青禾县水利局2024年', '青禾县水利局\n2024年');
    const [title] = await commands(['a.txt'], { files: { 'a.txt': split } });
    expect(title).toMatch(/,line=1,endLine=2::a\.txt:1:1 /);
    const [total] = await commands(['a.txt'], { files: { 'a.txt': sampleReport({ total: 25 }) } });
    expect(total).toMatch(/,line=(\d+),col=(\d+),endLine=\1,endColumn=\d+::a\.txt:\1:\2 /);
  });

  test('nothing in a name ends the command or begins another', async () => {
    const name = '100%, 甲:乙\r\n::error::x\u001b[31m.txt';
    const [line, ...more] = await commands([name], { files: { [name]: sampleReport({ total: 25 }) } });
    expect(line).toContain(',file=100%25%2C 甲%3A乙%0D%0A%3A%3Aerror%3A%3Ax␛[31m.txt,line=');
    expect(line).toContain('::100%25, 甲:乙%0D%0A::error::x␛[31m.txt:');
    expect(more.filter((other) => !other.startsWith('::error title=') && !other.startsWith('::notice title='))).toEqual([]);
  });

  test.each([
    ['/home/li', '年报/a.txt'],
    ['/home/li/年报', 'a.txt'],
    ['/srv', 'a.txt'],
    ['', 'a.txt'],
  ])('in the workspace %j the path is %s', async (workspace, path) => {
    const [line] = await commands(['a.txt'], { files: { 'a.txt': draft }, env: { GITHUB_WORKSPACE: workspace } });
    expect(line).toContain(`,file=${path},`);
  });
});

describe('JUnit', () => {
  test('a suite for each file, a test for each finding; errors fail', async () => {
    const { stdout } = await run(['check', '--format', 'junit', ...paths], world);
    const { json } = await runJson(paths, world);
    expect([...stdout.matchAll(/<testsuite name="(.*?)" tests="(\d+)" failures="(\d+)"/g)].map((match) => match.slice(1))).toEqual(
      json.files.map(({ path, findings }) => [
        path,
        `${Math.max(1, findings.length)}`,
        `${findings.filter(({ severity }) => severity === 'error').length}`,
      ]),
    );
    expect([...stdout.matchAll(/<failure type="([\w-]+)"/g)].map(([, code]) => code)).toEqual(
      json.files.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)),
    );
    expect(stdout.match(/<testcase /g)?.length).toBe(Number(/<testsuites name="nianbao" tests="(\d+)"/.exec(stdout)?.[1]));
  });

  test('what cannot be read is an error', async () => {
    const { stdout } = await run(['check', '--format', 'junit', 'gone.txt'], world);
    expect(stdout).toContain('<testsuite name="gone.txt" tests="1" failures="0" errors="1">');
    expect(stdout).toContain('<error message="没有这个文件或文件夹"/>');
  });
});

describe('Checkstyle', () => {
  test('files with their findings, and those without', async () => {
    const { stdout } = await run(['check', '--format', 'checkstyle', ...paths], world);
    const { json } = await runJson(paths, world);
    expect([...stdout.matchAll(/<file name="(.*)">/g)].map(([, name]) => name)).toEqual(paths);
    const names: Readonly<Record<string, string>> = { error: 'error', warning: 'warning', information: 'info', hint: 'info' };
    expect(
      [...stdout.matchAll(/<error line="(\d+)" column="(\d+)" severity="(\w+)" message=".+" source="nianbao\.([a-z-]+)"\/>/g)].map(
        (match) => match.slice(1),
      ),
    ).toEqual(
      json.files.flatMap(({ findings }) =>
        findings.map(({ range: { start }, severity, code }) => [`${start.line + 1}`, `${start.character + 1}`, names[severity], code]),
      ),
    );
  });

  test('escapes what XML does not take', async () => {
    const name = `<&>"' \t\n\r\u0001\u001b\ufffe\ud800😀.txt`;
    const { stdout } = await run(['check', '--format', 'checkstyle', name], { files: { [name]: '' } });
    expect(stdout).toContain('<file name="&lt;&amp;&gt;&quot;&apos; &#9;&#10;&#13;\ufffd\ufffd\ufffd\ufffd😀.txt">');
  });
});
