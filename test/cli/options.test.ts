/** What each option of `nianbao check` does to output and exit code. */
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../server/src/features/choices/config';
import { commands, forms } from '../../server/src/cli/options';
import { file, home, run, runJson, type World } from '../kit/command-line';
import { sampleReport } from '../kit/sample';

/** Two warnings. */
const warned = sampleReport().replace('行政处罚 | 9 |', '行政处罚 |  |').replace('行政强制 | 0 |', '行政强制 |  |');
/** Two errors and a hint. */
const wrong = sampleReport({ total: 25 }).replace('信息215条', '全年的的信息215条');
const world: World = { files: { 'clean.txt': sampleReport(), 'warned.txt': warned, 'wrong.txt': wrong } };

describe('the help', () => {
  test.each([['zh'], ['en']])('names every option (%s)', async (lang) => {
    const overview = (await run(['--help', '--lang', lang])).stdout;
    const pages = new Map(
      await Promise.all(commands.map(async (name) => [name, (await run(['help', name, '--lang', lang])).stdout] as const)),
    );
    for (const [name, { short, commands: own }] of Object.entries(forms)) {
      for (const page of own ? own.map((command) => pages.get(command)) : [overview]) {
        expect(page).toContain(`--${name}`);
        if (short !== undefined) expect(page).toContain(`-${short}, --${name}`);
      }
    }
    if (lang === 'en')
      for (const page of [overview, ...pages.values()]) expect(page.replace('年报校对', '')).not.toMatch(/[\p{Script=Han}（），：；。]/u);
  });
});

describe('exit codes', () => {
  test.each<[number, readonly string[]]>([
    [0, ['clean.txt']],
    [0, ['warned.txt']],
    [1, ['wrong.txt']],
    [2, ['gone.txt', 'wrong.txt']],
    [0, ['warned.txt', '--max-warnings', '2']],
    [0, ['warned.txt', '--max-warnings=3']],
    [1, ['warned.txt', '--max-warnings', '1']],
    [1, ['warned.txt', '--max-warnings', '0', '--quiet']],
    [0, ['clean.txt', '--max-warnings', '0']],
    [1, ['warned.txt', 'wrong.txt', '--max-warnings', '9']],
    [2, ['warned.txt', 'gone.txt', '--max-warnings', '0']],
    [0, ['warned.txt', '--quiet']],
    [1, ['wrong.txt', '--quiet']],
    [1, ['wrong.txt', '-o', 'out.txt']],
    [2, ['wrong.txt', '-o', 'locked/out.txt']],
    [2, ['clean.txt', '--max-warnings', '-1']],
    [2, ['clean.txt', '--max-warnings', 'many']],
    [2, ['clean.txt', '--max-warnings', '1.5']],
    [2, ['clean.txt', '--max-warnings']],
    [2, ['clean.txt', '--quiet=yes']],
    [2, ['clean.txt', '-o']],
    [2, ['clean.txt', '--format', 'xml']],
  ])('%i: check %j', async (code, argv) => {
    expect((await run(['check', ...argv], { ...world, locked: ['locked/out.txt'] })).code).toBe(code);
  });

  test.each([['--quiet'], ['--max-warnings=1'], ['--output=x'], ['-o', 'x'], ['--format=sarif']])(
    '%s is for check alone',
    async (...argv) => {
      const { code, stderr } = await run(['rules', ...argv]);
      expect(code).toBe(2);
      expect(stderr).toContain(argv[0]?.split('=')[0]);
    },
  );
});

describe('--max-warnings', () => {
  test('says why the exit code is 1', async () => {
    expect((await run(['check', 'warned.txt', '--max-warnings', '1'], world)).stderr).toBe('有 2 个警告，多于允许的 1 个\n');
    expect((await run(['check', 'warned.txt', '--max-warnings', '2'], world)).stderr).toBe('');
  });
});

describe('--quiet', () => {
  test.each(['json', 'sarif', 'github', 'checkstyle', 'junit', 'text'])('%s holds errors only', async (format) => {
    const codes = async (...more: readonly string[]) =>
      [
        ...(await run(['check', '--format', format, 'warned.txt', 'wrong.txt', ...more], world)).stdout.matchAll(
          /blank-cell|doubled-word|wrong-row-total/g,
        ),
      ].map(([code]) => code);
    expect(new Set(await codes())).toEqual(new Set(['blank-cell', 'doubled-word', 'wrong-row-total']));
    expect(new Set(await codes('--quiet'))).toEqual(new Set(['wrong-row-total']));
  });

  test('counts what it shows', async () => {
    const { json } = await runJson(['warned.txt', 'wrong.txt', '--quiet'], world);
    expect(json.summary).toEqual({
      files: 2,
      reports: 2,
      errors: json.files[1]?.findings.length,
      warnings: 0,
      information: 0,
      hints: 0,
    });
  });
});

describe('--output', () => {
  test.each(['json', 'sarif', 'github', 'checkstyle', 'junit', 'text'])(
    '%s goes into the file, and nothing to standard output',
    async (format) => {
      const argv = ['check', '--format', format, 'clean.txt', 'wrong.txt'];
      const { stdout: expected } = await run(argv, world);
      const { stdout, stderr, written } = await run([...argv, '-o', 'out/findings'], { ...world, terminal: true });
      expect([stdout, stderr]).toEqual(['', '']);
      expect(Object.keys(written)).toEqual(['out/findings']);
      expect(Buffer.from(written['out/findings'] ?? []).toString()).toBe(expected);
    },
  );

  test('- is standard output', async () => {
    const { stdout, written } = await run(['check', 'wrong.txt', '-o', '-'], world);
    expect(stdout).toContain('wrong-row-total');
    expect(written).toEqual({});
  });

  test('what an earlier run wrote is not checked, unless it is named', async () => {
    const here: World = { files: { ...world.files, 'out.txt': wrong }, folders: { '.': [file('clean.txt'), file('out.txt')] } };
    expect((await run(['check', '-o', 'out.txt'], here)).code).toBe(0);
    expect((await run(['check', '-o', './out.txt', '.'], here)).code).toBe(0);
    expect((await run(['check', '-o', 'out.txt', 'out.txt'], here)).code).toBe(1);
  });

  test('a file that cannot be written is told by name', async () => {
    const { stderr } = await run(['check', 'clean.txt', '-o', 'locked/out.txt'], { ...world, locked: ['locked/out.txt'] });
    expect(stderr).toBe('locked/out.txt：没有写入的权限\n');
  });
});

describe('settings', () => {
  const chosen = '{ "severities": { "wrong-row-total": "off" } }';
  const draft = sampleReport({ total: 25 });

  test('--config goes by one file wherever the reports lie', async () => {
    const own = { files: { 'a.txt': draft, 'x.json': chosen, '.nianbao.json': '{}' } };
    const codes = async (argv: readonly string[]) =>
      (await runJson(argv, own)).json.files.flatMap(({ findings }) => findings.map(({ code }) => code));
    expect(await codes(['a.txt'])).toContain('wrong-row-total');
    expect(await codes(['--config', 'x.json', 'a.txt'])).not.toContain('wrong-row-total');
    expect((await run(['check', '--config', 'gone.json', 'a.txt'], own)).code).toBe(2);
  });

  test('--print-config tells the settings in effect and the file they come from', async () => {
    const own = { files: { '县/a.txt': draft, '县/.nianbao.json': chosen }, folders: { 县: [] } };
    for (const path of ['县', '县/a.txt']) {
      const { code, stdout } = await run(['check', '--print-config', path], own);
      const printed = JSON.parse(stdout) as { config: string; severities: Record<string, string>; dueDepartment: string };
      expect(code).toBe(0);
      expect(printed.config).toBe(resolve(home, '县/.nianbao.json'));
      expect(printed.severities).toMatchObject({ 'wrong-row-total': 'off', 'missing-row': 'error', 'personal-data': 'off' });
      expect(printed.dueDepartment).toBe('01-31');
    }
  });

  test('init writes settings that are valid, in both languages, and never over others', async () => {
    for (const lang of ['zh', 'en']) {
      const { code, written } = await run(['init', '--lang', lang], { folders: { '.': [] } });
      expect(code).toBe(0);
      const text = new TextDecoder().decode(written['.nianbao.json']);
      expect(readConfig(text).problems).toEqual([]);
      expect(readConfig(text).choices).toMatchObject({ severities: {}, dueDepartment: { month: 1, day: 31 } });
    }
    const again = await run(['init'], { folders: { '.': [] }, files: { '.nianbao.json': '{}' } });
    expect([again.code, again.written]).toEqual([2, {}]);
    expect((await run(['init', 'gone'], {})).code).toBe(2);
  });

  test('--no-color leaves the terminal plain', async () => {
    const own = { files: { 'a.txt': draft }, terminal: true };
    expect((await run(['check', 'a.txt'], own)).stdout).toContain('\u001b[');
    expect((await run(['check', '--no-color', 'a.txt'], own)).stdout).not.toContain('\u001b[');
  });
});

describe('a text above the size limit', () => {
  const long = `${sampleReport()}\n${'其他说明。'.repeat(140_000)}`;

  test('is listed and not read, and the exit code says so', async () => {
    const { code, json, stderr } = await runJson(['a.txt', 'b.txt'], { files: { 'a.txt': long, 'b.txt': sampleReport() } });
    expect(code).toBe(2);
    expect(json.files).toMatchObject([
      { path: 'a.txt', report: false, tooLarge: true, findings: [] },
      { path: 'b.txt', report: true },
    ]);
    expect(stderr).toBe('a.txt：文字超过 2000 KB，没有检查；可以调大设置 textLimit\n');
    expect((await run(['check', 'a.txt'], { files: { 'a.txt': long } })).code).toBe(2);
  });

  test('is no report to the commands on folders, but one that could not be read', async () => {
    const name = sampleReport().split(/\d{4}年/)[0] ?? '';
    const path = `${name}2024.txt`;
    const { code, stdout } = await run(['review', path, '--format', 'json'], {
      files: {
        [path]: long,
        '.nianbao.json': JSON.stringify({ units: [{ name }] }),
      },
    });
    expect([code, JSON.parse(stdout).units[0].state]).toEqual([2, 'unreadable']);
  });

  test('the limit is a setting', async () => {
    const files = { 'a.txt': sampleReport(), '.nianbao.json': '{ "textLimit": 1 }' };
    expect((await runJson(['a.txt'], { files })).json.files).toMatchObject([{ tooLarge: true }]);
  });
});
