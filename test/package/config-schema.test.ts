/**
 * What editors know of the rules without asking us: the schema of `.nianbao.json`, and the rules in the setting
 * `nianbao.severities`. Both are written by `npm run docs` from the registry and the manifest, and say what the code reads.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import english from '../../l10n/bundle.l10n.en.json';
import manifest from '../../package.json';
import inEnglish from '../../package.nls.json';
import inChinese from '../../package.nls.zh-cn.json';
import { choiceNames, readChoices, severityValues } from '../../server/src/features/choices/choices';
import { settle } from '../../server/src/features/choices/settings';
import { readConfig } from '../../server/src/features/choices/config';
import { catalogue } from '../../server/src/rules/index';

const file = 'syntaxes/nianbao-config.schema.json';
const writes = process.env.NIANBAO_WRITE_DOCS !== undefined;
const titles: Readonly<Record<string, string>> = english;
const texts: readonly Readonly<Record<string, string>>[] = [inChinese, inEnglish];

/** Only the settings page runs commands. */
const commandLink = /\[[^\]]*\]\(command:[^)]*\)/g;

/** A text of the manifest, such as `%severity.off%`, in both languages. */
const both = (key: string, separator: string): string =>
  texts.map((language) => language[key.replaceAll('%', '')]?.replace(commandLink, '').trim()).join(separator);

const defaultOf = ({ severity, optional }: (typeof catalogue)[number]): string => (optional ? 'off' : severity);
const described = (rule: (typeof catalogue)[number]): string =>
  `${rule.title}（默认 ${defaultOf(rule)}） / ${titles[rule.title] ?? ''} (default ${defaultOf(rule)})`;

/** What the manifest says of a setting, in the words of a schema in two languages. */
function settingOf(name: (typeof choiceNames)[number]): object {
  const { markdownDescription, patternErrorMessage, scope, order, ...rest } = manifest.contributes.configuration.properties[
    `nianbao.${name}`
  ] as Record<string, unknown>;
  expect([scope, typeof order]).toEqual(['resource', 'number']);
  const words = both(String(markdownDescription), '\n\n');
  return {
    description: words.replaceAll('`', ''),
    markdownDescription: words,
    ...rest,
    ...(patternErrorMessage !== undefined && { patternErrorMessage: both(String(patternErrorMessage), ' / ') }),
  };
}

const severity = { type: 'string', enum: severityValues, enumDescriptions: severityValues.map((name) => both(`severity.${name}`, ' / ')) };

/** What stands in no setting of the editor: in both languages. */
const words = (chinese: string, inOther: string) => ({ description: `${chinese}\n\n${inOther}` });
const unitName = { type: 'string', pattern: '\\S', maxLength: 100 };
const unit = {
  type: 'object',
  required: ['name'],
  additionalProperties: false,
  properties: {
    name: { ...unitName, ...words('单位的名称，与报告标题中的机关名称相同。', 'Name of the unit, as in the title of its report.') },
    aliases: { type: 'array', items: unitName, ...words('标题中可能用到的其他名称、简称。', 'Other names by which titles call it.') },
    parent: { ...unitName, ...words('上级单位，它的报告汇总本单位的数字。', 'The unit above it, whose report its figures go into.') },
    sums: {
      type: 'boolean',
      ...words('它的报告是否是以它为上级的各单位报告之和。', 'Whether its report is the sum of those of the units that name it as parent.'),
    },
    kind: { ...unitName, ...words('类别，如乡镇、部门。', 'What sort of unit it is, such as township or department.') },
    due: {
      type: 'string',
      pattern: '^(?:0?[1-9]|1[0-2])-(?:0?[1-9]|[12]\\d|3[01])$',
      ...words('报告的截止日期，月-日。', 'The last day for its report, month-day.'),
    },
  },
};

const schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: '.nianbao.json',
  description:
    '年报校对的设置，对所在文件夹和下面的文件夹有效；离文件最近的一份有效。\n\nSettings of Nianbao for a folder and all below it; the one nearest to a file counts.',
  type: 'object',
  allowComments: true,
  allowTrailingCommas: true,
  additionalProperties: false,
  properties: {
    $schema: { type: 'string' },
    ...Object.fromEntries(choiceNames.map((name) => [name, settingOf(name)])),
    severities: {
      description: both('configuration.severities', '\n\n').replaceAll('`', ''),
      markdownDescription: both('configuration.severities', '\n\n'),
      type: 'object',
      default: {},
      additionalProperties: false,
      properties: Object.fromEntries(
        catalogue.map((rule) => [rule.id, { description: described(rule), default: defaultOf(rule), $ref: '#/definitions/severity' }]),
      ),
    },
    units: {
      ...words('名单：应当编制报告的单位。', 'The roster: the units that report.'),
      type: 'array',
      maxItems: 20_000,
      items: { $ref: '#/definitions/unit' },
    },
  },
  definitions: { severity, unit },
};

/** The manifest's list of rules. Each has its values, for an editor looks up nothing there. */
const rules = Object.fromEntries(
  catalogue.map((rule) => [
    rule.id,
    {
      type: 'string',
      enum: severityValues,
      enumItemLabels: severityValues.map((name) => `%level.${name}%`),
      enumDescriptions: severityValues.map((name) => `%severity.${name}%`),
      default: defaultOf(rule),
      description: `%rule.${rule.id}%`,
    },
  ]),
);
/** What stands under `%rule.…%`: the rule's name, and its own level in a word. */
const names = (language: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    catalogue.map((rule) => {
      const level = language[`level.${defaultOf(rule)}`] ?? '';
      const title = titles[rule.title] ?? rule.title;
      return [
        `rule.${rule.id}`,
        language === inChinese
          ? `${rule.title}（默认：${level}）`
          : `${title.slice(0, 1).toUpperCase()}${title.slice(1)} (default: ${level})`,
      ];
    }),
  );

describe('the schema of .nianbao.json', () => {
  it('says what the registry and the manifest say (npm run docs)', () => {
    const text = `${JSON.stringify(schema, null, 2)}\n`;
    if (writes) writeFileSync(file, text);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('is contributed, for the file as JSON with comments', () => {
    expect(manifest.contributes.jsonValidation).toContainEqual({ fileMatch: '.nianbao.json', url: `./${file}` });
    expect(manifest.contributes.languages).toContainEqual({ id: 'jsonc', filenames: ['.nianbao.json'] });
    expect(manifest.files).toContain('syntaxes');
  });

  const { allowComments, allowTrailingCommas, ...standard } = schema;
  const valid = new Ajv({ strict: false }).compile(standard);
  it.each([
    '{}',
    '{ "$schema": "x", "enable": false, "severities": { "late-date": "off", "unused-silencing": "warning" }, "overviewLimit": 1000, "dueDepartment": "1-20", "dueGovernment": "04-30" }',
    '{ "overviewLimit": null }',
    '{ "overviewLimit": 0 }',
    '{ "overviewLimit": 1.5 }',
    '{ "overviewLimit": "9" }',
    '{ "dueDepartment": "13-01" }',
    '{ "dueDepartment": "1.20" }',
    '{ "dueGovernment": 3 }',
    '{ "enable": 1 }',
    '{ "severitys": {} }',
    '{ "severities": [] }',
    '{ "severities": { "late-dat": "off" } }',
    '{ "severities": { "late-date": "of" } }',
    '{ "inlayHints": true }',
    '{ "units": [] }',
    '{ "units": [{ "name": "云川县人民政府", "sums": true }, { "name": "云川县水务局", "aliases": ["县水务局"], "kind": "部门", "due": "01-31" }] }',
    '{ "units": {} }',
    '{ "units": ["云川县水务局"] }',
    '{ "units": [{ "aliases": [] }] }',
    '{ "units": [{ "name": " " }] }',
    '{ "units": [{ "name": "云川县水务局", "alias": "水务局" }] }',
    '{ "units": [{ "name": "云川县水务局", "aliases": "水务局" }] }',
    '{ "units": [{ "name": "云川县水务局", "sums": 1 }] }',
    '{ "units": [{ "name": "云川县水务局", "due": "1月31日" }] }',
    '[]',
  ])('accepts what is read without a problem, and nothing else: %s', (text) => {
    expect([allowComments, allowTrailingCommas]).toEqual([true, true]);
    expect(valid(JSON.parse(text))).toBe(readConfig(text).problems.length === 0);
  });
});

describe('the settings', () => {
  it('list the rules (npm run docs)', () => {
    const text = readFileSync('package.json', 'utf8');
    const whole = JSON.parse(text) as typeof manifest;
    const severities = whole.contributes.configuration.properties['nianbao.severities'];
    if (writes)
      writeFileSync(
        'package.json',
        `${JSON.stringify({ ...whole, contributes: { ...whole.contributes, configuration: { ...whole.contributes.configuration, properties: { ...whole.contributes.configuration.properties, 'nianbao.severities': { ...severities, properties: rules } } } } }, null, 2)}\n`,
      );
    else expect(severities.properties).toEqual(rules);
  });

  it.each([
    ['package.nls.json', inEnglish],
    ['package.nls.zh-cn.json', inChinese],
  ] as const)('call the rules by their names: %s (npm run docs)', (path, language) => {
    const others = Object.entries(language).filter(([key]) => !key.startsWith('rule.'));
    const whole = { ...Object.fromEntries(others), ...names(language) };
    if (writes) writeFileSync(path, `${JSON.stringify(whole, null, 2)}\n`);
    else expect(language).toEqual(whole);
  });

  it('are in the manifest and in docs/settings, in both languages', () => {
    const [chinese, foreign] = ['docs/settings.md', 'docs/settings.en.md'].map((page) => readFileSync(page, 'utf8'));
    for (const name of choiceNames) {
      expect(Object.keys(manifest.contributes.configuration.properties)).toContain(`nianbao.${name}`);
      for (const part of [chinese, foreign]) expect(part).toContain(`\`nianbao.${name}\``);
    }
    for (const name of Object.keys(manifest.contributes.configuration.properties))
      for (const part of [chinese, foreign]) expect(part).toContain(`\`${name}\``);
  });

  it('have defaults that are valid and change nothing', () => {
    const defaults = Object.fromEntries(
      choiceNames.map((name) => [name, manifest.contributes.configuration.properties[`nianbao.${name}`].default]),
    );
    expect(readChoices(defaults).troubles).toEqual([]);
    expect(settle(readChoices(defaults).choices)).toEqual(settle());
  });
});
