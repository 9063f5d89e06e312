/** Patterns for paths, and the `.gitignore` of a repository: which files are found. */
import { expect, test } from 'vitest';
import { readGlob } from '../../server/src/cli/globs';
import { file, folder, runJson, type World } from '../kit/command-line';
import { sampleReport } from '../kit/sample';

const report = sampleReport();

test.each([
  ['*.txt', ['a.txt', '报告.txt'], ['a.md', '县/a.txt']],
  ['**/*.txt', ['a.txt', '县/镇/a.txt'], ['县/a.md']],
  ['县/**', ['县/a.txt', '县/镇/a.md'], ['a.txt']],
  ['县/*/a.txt', ['县/镇/a.txt'], ['县/a.txt', '县/镇/村/a.txt']],
  ['20{23,24}*.md', ['2023年报.md', '2024.md'], ['2025.md']],
  ['报告[12].txt', ['报告1.txt'], ['报告3.txt']],
  ['报告[!12].txt', ['报告3.txt'], ['报告1.txt']],
  ['a?.txt', ['ab.txt'], ['a.txt', 'abc.txt']],
  ['县\\*.txt', ['县/a.txt'], ['a.txt']],
  ['./县/*.txt', ['./县/a.txt'], ['./县/镇/a.txt']],
  ['/年报/*.txt', ['/年报/a.txt'], ['/年报/县/a.txt']],
  ['a+(1).t*', ['a+(1).txt'], ['aa1.txt']],
])('%s', (pattern, matched, others) => {
  const { matches } = readGlob(pattern);
  expect(matched.filter((path) => !matches(path))).toEqual([]);
  expect(others.filter((path) => matches(path))).toEqual([]);
});

const world: World = {
  files: { 'a.txt': report, '县/b.txt': report, '县/c.md': report, '县/旧/d.txt': report, '[附件].txt': report },
  folders: {
    '.': [file('a.txt'), file('[附件].txt'), folder('县')],
    县: [file('b.txt'), file('c.md'), folder('旧')],
    '县/旧': [file('d.txt')],
  },
};

const pathsOf = async (given: readonly string[], where: World = world) => (await runJson(given, where)).json.files.map(({ path }) => path);

test('a pattern stands for the files that match, each once; a file of that very name is that file', async () => {
  expect(await pathsOf(['县/*.txt'])).toEqual(['县/b.txt']);
  expect(await pathsOf(['**/*.txt', 'a.txt'])).toEqual(['[附件].txt', 'a.txt', '县/b.txt', '县/旧/d.txt']);
  expect(await pathsOf(['[附件].txt'])).toEqual(['[附件].txt']);
});

test('a pattern that nothing matches is told, as a file that is missing', async () => {
  const { code, stderr } = await runJson(['*.pdf'], world);
  expect([code, stderr]).toEqual([2, '*.pdf：没有这个文件或文件夹\n']);
});

test("a repository's .gitignore counts for what is searched, not for what is named, and not outside of a repository", async () => {
  const ignoring = { ...world, files: { ...world.files, '.gitignore': '旧/\na.txt\n', '县/.gitignore': '!旧/\n*.md\n' } };
  const repository = { ...ignoring, folders: { ...ignoring.folders, '.git': [] } };
  expect(await pathsOf(['.'], repository)).toEqual(['[附件].txt', '县/b.txt', '县/旧/d.txt']);
  expect(await pathsOf(['a.txt', '**/*.md'], repository)).toEqual(['a.txt']);
  expect(await pathsOf(['.'], ignoring)).toHaveLength(5);
  expect(await pathsOf(['.'], { ...repository, files: { ...repository.files, '.nianbaoignore': '!a.txt\n' } })).toContain('a.txt');
});
