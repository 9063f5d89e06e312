/** Which files the command line passes over. */
import { describe, expect, test } from 'vitest';
import { file, folder, run, runJson, type World } from '../kit/command-line';

const files = ['a.txt', 'b.md', '县/a.txt', '县/草稿/a.txt', '县/草稿/z.txt', '镇/a.txt'];
const tree: World = {
  files: Object.fromEntries(files.map((path) => [path, ''])),
  folders: {
    '.': [file('a.txt'), file('b.md'), folder('县'), folder('镇')],
    县: [file('a.txt'), folder('草稿')],
    '县/草稿': [file('a.txt'), file('z.txt')],
    镇: [file('a.txt')],
  },
};
const withFiles = (more: Readonly<Record<string, string>>): World => ({ ...tree, files: { ...tree.files, ...more } });
const paths = async (argv: readonly string[], world: World) => (await runJson(argv, world)).json.files.map(({ path }) => path);

describe('patterns', () => {
  test.each<[string, readonly string[]]>([
    ['', files],
    ['# a.txt', files],
    ['a.txt', ['b.md', '县/草稿/z.txt']],
    ['/a.txt', files.slice(1)],
    ['草稿/', ['a.txt', 'b.md', '县/a.txt', '镇/a.txt']],
    ['县', ['a.txt', 'b.md', '镇/a.txt']],
    ['县/*', ['a.txt', 'b.md', '镇/a.txt']],
    ['县/**/z.txt', files.filter((path) => !path.endsWith('z.txt'))],
    ['*.txt\n!z.txt', ['b.md', '县/草稿/z.txt']],
    ['县/\n!县/a.txt', ['a.txt', 'b.md', '镇/a.txt']],
    ['A.TXT', files],
    ['\\#a.txt', files],
    ['\\a.txt', ['b.md', '县/草稿/z.txt']],
    ['[a-b].*', ['县/草稿/z.txt']],
    ['?.md', files.filter((path) => path !== 'b.md')],
    ['/县/草稿', ['a.txt', 'b.md', '县/a.txt', '镇/a.txt']],
    ['**/草稿/**', ['a.txt', 'b.md', '县/a.txt', '镇/a.txt']],
    ['/', files],
    ['!a.txt', files],
    ['a.txt   ', ['b.md', '县/草稿/z.txt']],
    ['*.md\r\n镇/\r\n', ['a.txt', '县/a.txt', '县/草稿/a.txt', '县/草稿/z.txt']],
    ['\ufeff*.md', files.filter((path) => path !== 'b.md')],
  ])('%j in .nianbaoignore', async (patterns, left) => {
    expect(await paths([], withFiles({ '.nianbaoignore': patterns }))).toEqual(left);
  });

  test.each<[readonly string[], readonly string[]]>([
    [['--ignore', '*.md'], files.filter((path) => path !== 'b.md')],
    [
      ['--ignore', '*.md', '--ignore=县/'],
      ['a.txt', '镇/a.txt'],
    ],
    [
      ['--ignore', '!b.md'],
      ['b.md', '县/草稿/z.txt'],
    ],
    [['--ignore', '!a.txt'], files.filter((path) => path !== 'b.md')],
    [
      ['--ignore-path', '县/规则'],
      ['a.txt', 'b.md', '县/a.txt', '镇/a.txt'],
    ],
    [['--ignore-path', '县/规则', '--ignore', '!草稿/'], files],
  ])('%j', async (argv, left) => {
    expect(
      await paths(
        argv,
        withFiles({
          '.nianbaoignore': 'a.txt\nb.md',
          '县/规则': '/草稿',
          ...(argv[0] === '--ignore' && argv[1] === '*.md' && { '.nianbaoignore': '' }),
        }),
      ),
    ).toEqual(left);
  });
});

test('in a folder whose name is a pattern itself', async () => {
  const world: World = {
    files: { '[x]*/a.txt': '', 'x/a.txt': '', '[x]*/.nianbaoignore': '/a.txt', '[x]*/!b.txt': '', '[x]*/#b.txt': '' },
  };
  expect(await paths(['[x]*/a.txt', 'x/a.txt'], world)).toEqual(['x/a.txt']);
  expect(await paths(['[x]*/!b.txt', '[x]*/#b.txt'], { files: { ...world.files, '[x]*/.nianbaoignore': '\\!b.txt\n\\#b.txt' } })).toEqual(
    [],
  );
});

describe('ignore files', () => {
  test('speak of their own folder, the nearer outdoing the farther', async () => {
    expect(await paths([], withFiles({ '县/.nianbaoignore': '/a.txt' }))).toEqual(files.filter((path) => path !== '县/a.txt'));
    expect(await paths([], withFiles({ '.nianbaoignore': 'a.txt', '县/.nianbaoignore': '!a.txt' }))).toEqual([
      'b.md',
      '县/a.txt',
      '县/草稿/a.txt',
      '县/草稿/z.txt',
    ]);
    expect(await paths([], withFiles({ '.nianbaoignore': '草稿/', '县/草稿/.nianbaoignore': '!*' }))).toEqual([
      'a.txt',
      'b.md',
      '县/a.txt',
      '镇/a.txt',
    ]);
  });

  test('above the current folder count too', async () => {
    expect(await paths([], withFiles({ '/home/.nianbaoignore': '镇/' }))).toEqual(files.slice(0, -1));
    expect(
      await paths(
        ['县', '/srv/a.txt'],
        withFiles({ '/srv/a.txt': '', '/home/.nianbaoignore': 'li/年报/县/草稿', '.nianbaoignore': '/srv' }),
      ),
    ).toEqual(['/srv/a.txt', '县/a.txt']);
  });

  test('that cannot be read are told by name', async () => {
    const { code, stderr } = await run(['check'], { ...tree, files: { ...tree.files, '.nianbaoignore': { code: 'EACCES' } } });
    expect([code, stderr]).toEqual([2, '.nianbaoignore：没有读取的权限\n']);
    expect(await run(['check', '--ignore-path', 'gone'], tree)).toMatchObject({ code: 2, stderr: 'gone：没有这个文件或文件夹\n' });
  });
});

describe('what is named', () => {
  const world = withFiles({ '.nianbaoignore': 'a.txt\n县/' });

  test('is passed over too, and said to be', async () => {
    expect(await run(['check', 'a.txt', '县', '县/草稿/z.txt'], world)).toMatchObject({
      code: 0,
      stdout: '',
      stderr: 'a.txt：按忽略规则跳过，没有校对\n县：按忽略规则跳过，没有校对\n县/草稿/z.txt：按忽略规则跳过，没有校对\n',
    });
    expect(await runJson(['a.txt', 'b.md'], world)).toMatchObject({ code: 0, stderr: '', json: { summary: { files: 1 } } });
  });

  test('goes for standard input by its name', async () => {
    const input = Buffer.from('');
    expect((await runJson(['--stdin-filename', 'a.txt'], { ...world, input })).json.files).toEqual([]);
    expect((await runJson(['-'], { ...world, input })).json.files).toHaveLength(1);
    expect((await runJson(['--stdin-filename', 'c.txt'], { ...world, input })).json.files).toHaveLength(1);
  });
});
