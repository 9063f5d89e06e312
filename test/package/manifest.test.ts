/** The manifest keeps its promises: what it names exists, in both languages, and under the same name in the code. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import english from '../../l10n/bundle.l10n.en.json';
import chineseClient from '../../l10n/bundle.l10n.zh-cn.json';
import manifest from '../../package.json';
import manifestEnglish from '../../package.nls.json';
import manifestChinese from '../../package.nls.zh-cn.json';
import { tokenModifiers, tokenTypes } from '../../server/src/features/tokens';

const root = join(import.meta.dirname, '../..');
const { contributes } = manifest;

/** The source files under `folder`, joined. */
function sourcesOf(folder: string): string {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'))
    .join('\n');
}

/** The first group of every match, unescaped, each once, sorted. */
function all(pattern: RegExp, text: string): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, found = '']) => found.replace(/\\(.)/g, '$1')))].sort();
}

const client = sourcesOf('client/src');

describe('the manifest', () => {
  it('has every text in English and in Chinese, and no text that is not used', () => {
    const used = all(/"%([\w.-]+)%"/g, JSON.stringify(manifest));
    expect(Object.keys(manifestEnglish).sort()).toEqual(used);
    expect(Object.keys(manifestChinese).sort()).toEqual(used);
  });

  it('has a picture for the steps of the walkthrough, in the package and in both languages', () => {
    const pictured = contributes.walkthroughs.flatMap(({ steps }) =>
      steps.flatMap(({ media: { markdown } }) =>
        [markdown, markdown.replace('.md', '.nls.zh-cn.md')].map((page) => {
          const pictures = all(/!\[[^\]]+\]\(([^)]+)\)/g, readFileSync(join(root, page), 'utf8'));
          for (const picture of pictures) expect(existsSync(join(root, 'docs/walkthrough', picture)), picture).toBe(true);
          return pictures.length;
        }),
      ),
    );
    expect(pictured.filter((count) => count === 1).length).toBe(10);
    expect(manifest.files).toContain('docs/walkthrough');
  });

  it('names files that are there', () => {
    for (const { path } of contributes.grammars) expect(existsSync(join(root, path)), path).toBe(true);
    for (const { configuration } of contributes.languages)
      expect(configuration === undefined || existsSync(join(root, configuration)), configuration).toBe(true);
    for (const { url } of contributes.jsonValidation) expect(existsSync(join(root, url)), url).toBe(true);
    expect(existsSync(join(root, manifest.l10n))).toBe(true);
  });

  const served = all(/language: '(\w+)'/g, client).map((language) => `onLanguage:${language}`);

  it('starts the extension for the languages that the client serves and its pages, and for nothing else', () => {
    const pages = all(/const scheme = '([\w-]+)'/g, client);
    expect([...manifest.activationEvents].sort()).toEqual([...served, ...pages.map((scheme) => `onFileSystem:${scheme}`)].sort());
    expect(Object.keys(contributes.configurationDefaults['workbench.editorAssociations'])).toEqual(pages.map((scheme) => `${scheme}:/**`));
  });

  it('contributes the commands that the client registers', () => {
    // `nianbao.reveal` needs a place to go to, `nianbao.silence` a finding: they are run by what we show, never by hand.
    const registered = all(/(?:registerCommand|act|command)\('(nianbao[\w.]+)'/g, client).filter(
      (name) =>
        !['nianbao.reveal', 'nianbao.look', 'nianbao.overview.open', 'nianbao.silence'].includes(name) &&
        !/^nianbao\.review\.(?:return|accept|dismiss)$/.test(name),
    );
    expect(contributes.commands.map(({ command }) => command).sort()).toEqual(registered);
  });

  const titlesIn = (texts: Readonly<Record<string, string>>): string[] =>
    contributes.commands.map(({ title }) => texts[title.replaceAll('%', '')] ?? title);

  it('has titles of commands in one case in English, as VS Code has them', () => {
    const small = /^(?:a|an|the|and|or|of|to|as|by|in|with|for|is|on|from)$/;
    const wrong = titlesIn(manifestEnglish).flatMap((title) =>
      title.split(/[ (/]+/).filter((word, i) => /^[a-z]/.test(word) && (i === 0 || !small.test(word))),
    );
    expect(wrong).toEqual([]);
  });

  it('is found in the palette by the word for what it does', () => {
    const found = titlesIn(manifestChinese).filter((title) => title.includes('校对'));
    expect(found.length).toBeGreaterThan(9);
    expect(titlesIn(manifestEnglish).filter((title) => /proofread|check/i.test(title)).length).toBeGreaterThan(5);
  });

  it('names commands in the documentation as they are', () => {
    const pages = [
      'README.md',
      ...readdirSync(join(root, 'docs'))
        .filter((name) => name.endsWith('.md'))
        .map((name) => `docs/${name}`),
    ];
    const named = pages.flatMap((page) => all(/「年报：([^」]+)」/g, readFileSync(join(root, page), 'utf8')));
    expect(named.length).toBeGreaterThan(2);
    expect(named.filter((name) => !titlesIn(manifestChinese).includes(name))).toEqual([]);
  });

  it('goes by contexts that the client sets, by its settings and by its view', () => {
    const set = all(/(?:setContext', |contextKey = |^ {2}\[)'(nianbao\.\w+)'/gm, client);
    const conditions = [...Object.values(contributes.menus).flat(), ...contributes.keybindings, ...contributes.viewsWelcome]
      .map((entry) => ('when' in entry ? entry.when : ''))
      .join('\n');
    expect(all(/(?<![\w.])(nianbao\.\w+)/g, conditions)).toEqual(
      [...set, 'nianbao.outline', 'nianbao.overview', ...contributes.customEditors.map(({ viewType }) => viewType)].sort(),
    );
    for (const setting of all(/\bconfig\.(nianbao[\w.]+)/g, conditions))
      expect(Object.keys(contributes.configuration.properties)).toContain(setting);
    const languages = served.map((language) => language.replace('onLanguage:', ''));
    for (const list of all(/editorLangId =~ \/\^\(([\w|]+)\)/g, conditions)) expect(list.split('|').sort()).toEqual([...languages].sort());
  });

  it('gives every setting a scope, a place of its own and a description', () => {
    const settings = Object.values(contributes.configuration.properties);
    for (const setting of settings) expect('description' in setting || 'markdownDescription' in setting).toBe(true);
    expect(settings.every(({ scope }) => ['resource', 'window'].includes(scope))).toBe(true);
    expect(new Set(settings.map(({ order }) => order)).size).toBe(settings.length);
  });

  it('contributes the token types and modifiers of the server, with scopes in every language served', () => {
    expect(contributes.semanticTokenTypes.map(({ id }) => id)).toEqual([...tokenTypes]);
    expect(contributes.semanticTokenModifiers.map(({ id }) => id)).toEqual([...tokenModifiers]);
    for (const { scopes } of contributes.semanticTokenScopes)
      expect(Object.keys(scopes)).toEqual([...tokenTypes, ...tokenModifiers.map((modifier) => `*.${modifier}`)]);
    expect(contributes.semanticTokenScopes.map(({ language }) => `onLanguage:${language}`).sort()).toEqual(served);
  });
});

describe('translations', () => {
  it('cover what the client says, and no more', () => {
    expect(Object.keys(chineseClient).sort()).toEqual(all(/l10n\.t\('((?:[^'\\]|\\.)*)'/g, client));
  });

  it('cover what the server says of itself', () => {
    const said = all(
      /msg\(\s*'((?:[^'\\]|\\.)*)'/g,
      ['lsp', 'features', 'rules', 'findings', 'collection', 'report', 'documents', 'cli', 'page']
        .map((folder) => sourcesOf(`server/src/${folder}`))
        .join('\n'),
    );
    said.push(...all(/data-(?:say|label)="([^"]*)"/g, readFileSync(join(root, 'server/src/page/ui/page.html'), 'utf8')));
    expect(said.length).toBeGreaterThan(0);
    expect(said.filter((template) => !(template in english))).toEqual([]);
  });

  it('name no value that the message does not have', () => {
    const places = (text: string): string[] => all(/(\{\d+\})/g, text);
    for (const [from, to] of [...Object.entries(english), ...Object.entries(chineseClient)])
      expect(places(from), from).toEqual(expect.arrayContaining(places(to)));
  });
});
