/** What ties the command line to other programs: VS Code's problem matcher, pre-commit's hooks. */
import { readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json';
import { commands, forms } from '../../server/src/cli/options';
import { run, runJson, type World } from '../kit/command-line';
import { ordinaryText, sampleReport } from '../kit/sample';

describe('the problem matcher $nianbao', () => {
  const [matcher] = manifest.contributes.problemMatchers;
  const [first, second] = matcher?.pattern ?? [];
  if (!matcher || !first || !second) throw new Error('no problem matcher with two patterns');

  /** What VS Code makes of `output`: the first pattern opens a file, the second is tried on the lines right below it. */
  function problemsIn(output: string): { file: string; line: number; column: number; severity: string; message: string; code: string }[] {
    const problems = [];
    let file: string | undefined;
    let begun = false;
    for (const line of output.split('\n')) {
      const match = file === undefined ? null : new RegExp(second?.regexp ?? '').exec(line);
      if (file !== undefined && match) {
        const [, lineNumber, column, severity = '', message = '', code = ''] = match;
        problems.push({ file, line: Number(lineNumber), column: Number(column), severity, message, code });
        begun = true;
        continue;
      }
      file = new RegExp(first?.regexp ?? '').exec(line)?.[1];
      expect(begun && line !== '' && file === undefined, line).toBe(false);
      begun = false;
    }
    return problems;
  }

  const draft = sampleReport({ total: 25 })
    .replace('行政处罚 | 9 |', '行政处罚 |  |')
    .replace('信息215条', '信息x件，全年的的信息215条，比上年增长3%');
  const world: World = { files: { 'a b.txt': draft, 'clean.txt': sampleReport(), '县/2024年报.md': draft, 'note.md': ordinaryText } };
  const paths = Object.keys(world.files ?? {});

  it.each(['zh', 'en'])('reads every finding of the text output (%s)', async (language) => {
    const { stdout } = await run(['check', ...paths, '--lang', language], world);
    const { json } = await runJson([...paths, '--lang', language], world);
    const expected = json.files.flatMap(({ path, findings }) =>
      findings.map(({ range: { start }, message, code }) => ({
        file: path,
        line: start.line + 1,
        column: start.character + 1,
        message,
        code,
      })),
    );
    expect(expected.length).toBeGreaterThan(6);
    expect(problemsIn(stdout)).toMatchObject(expected);
  });

  it('finds severities that VS Code knows in English, and takes those in Chinese for its own default', async () => {
    const severities = async (language: string) =>
      new Set(problemsIn((await run(['check', ...paths, '--lang', language], world)).stdout).map(({ severity }) => severity));
    expect(await severities('en')).toEqual(new Set(['error', 'warning', 'info']));
    expect(await severities('zh')).toEqual(new Set(['错误', '警告', '信息']));
    expect(matcher.severity).toBe('warning');
  });

  it('names the places of its groups', () => {
    expect(first).toMatchObject({ kind: 'location', file: 1 });
    expect(second).toMatchObject({ line: 1, column: 2, severity: 3, message: 4, code: 5, loop: true });
    // Another owner than that of the language server's findings, or each would take away the other's.
    expect(matcher).toMatchObject({ name: 'nianbao', owner: 'nianbao-check', fileLocation: ['autoDetect', '${workspaceFolder}'] });
  });
});

describe('the hooks of pre-commit', () => {
  const hooks = readFileSync('.pre-commit-hooks.yaml', 'utf8').split(/^- /m).slice(1);
  const valueOf = (hook: string, key: string) => new RegExp(`^ *${key}: (.+)$`, 'm').exec(hook)?.[1] ?? '';

  it('run commands that there are, with options that there are, by a script that can be run', () => {
    expect(statSync('.ci/hook').mode & 0o111).not.toBe(0);
    expect(hooks.map((hook) => valueOf(hook, 'id'))).toEqual(['nianbao', 'nianbao-fix']);
    for (const hook of hooks) {
      const [program = '', command = '', ...options] = valueOf(hook, 'entry').split(' ');
      expect(program).toBe('.ci/hook');
      expect(commands).toContain(command);
      for (const option of options) expect(forms[option.replace('--', '')]?.commands).toContain(command);
      // npm does not build a package that it takes from a repository: the hook does it in pre-commit's copy.
      expect(valueOf(hook, 'language')).toBe('script');
      expect(valueOf(hook, 'name')).not.toBe('');
    }
  });

  it('are given the files that a folder is searched for', () => {
    for (const hook of hooks) {
      const files = new RegExp(valueOf(hook, 'files'));
      expect(['a.txt', '县/年报.md', 'A.TXT'].map((name) => files.test(name))).toEqual([true, true, true]);
      expect(['a.docx', 'txt', 'a.txt.bak', 'a.mdx'].map((name) => files.test(name))).toEqual([false, false, false, false]);
    }
  });
});
