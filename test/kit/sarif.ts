/**
 * The part of SARIF 2.1.0 that `nianbao check --format sarif` writes, as a JSON schema: the standard's names, types and
 * bounds, and nothing beside them. The types of the package `sarif` hold the printer to the rest when it is compiled.
 */
import { Ajv } from 'ajv';
import type { Log } from 'sarif';

/** `text` as a log. @throws if it breaks the schema. */
export function readSarif(text: string): Log {
  const log = JSON.parse(text) as Log;
  if (!validate(log)) throw new Error(ajv.errorsText(validate.errors, { separator: '\n' }));
  return log;
}

const text = { type: 'string', minLength: 1 };
const count = { type: 'integer', minimum: 0 };
const place = { type: 'integer', minimum: 1 };

const closed = (properties: object, required: readonly string[] = Object.keys(properties)) => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
});
const list = (items: object, minItems = 0) => ({ type: 'array', minItems, items });
const ref = (name: string) => ({ $ref: `#/definitions/${name}` });

const schema = {
  ...closed({
    $schema: { const: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json' },
    version: { const: '2.1.0' },
    runs: list(ref('run'), 1),
  }),
  definitions: {
    message: closed({ text }),
    level: { enum: ['none', 'note', 'warning', 'error'] },
    uri: { type: 'string', pattern: "^(?:[a-z][a-z0-9+.-]*:)?(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-F]{2})+$" },
    artifactLocation: closed({ uri: ref('uri'), uriBaseId: { const: '%SRCROOT%' }, index: count }, ['uri']),
    region: closed({ startLine: place, startColumn: place, endLine: place, endColumn: place, snippet: closed({ text }) }, [
      'startLine',
      'startColumn',
      'endLine',
      'endColumn',
    ]),
    physicalLocation: closed({ artifactLocation: ref('artifactLocation'), region: ref('region') }, ['artifactLocation']),
    location: closed(
      {
        id: count,
        message: ref('message'),
        physicalLocation: ref('physicalLocation'),
        logicalLocations: { ...list(closed({ fullyQualifiedName: text }), 1), uniqueItems: true },
      },
      ['physicalLocation'],
    ),
    replacement: closed({ deletedRegion: ref('region'), insertedContent: closed({ text }) }, ['deletedRegion']),
    fix: closed({
      description: ref('message'),
      artifactChanges: list(closed({ artifactLocation: ref('artifactLocation'), replacements: list(ref('replacement'), 1) }), 1),
      properties: closed({ safe: { type: 'boolean' } }),
    }),
    result: closed(
      {
        ruleId: text,
        ruleIndex: count,
        level: ref('level'),
        message: ref('message'),
        locations: list(ref('location'), 1),
        relatedLocations: { ...list(ref('location')), uniqueItems: true },
        partialFingerprints: { type: 'object', minProperties: 1, additionalProperties: { type: 'string', pattern: '^[0-9a-f]{32}$' } },
        fixes: list(ref('fix'), 1),
      },
      ['ruleId', 'level', 'message', 'locations', 'partialFingerprints'],
    ),
    rule: closed({
      id: text,
      name: { type: 'string', pattern: '^(?:[A-Z][a-z]+)+$' },
      shortDescription: ref('message'),
      fullDescription: ref('message'),
      help: closed({ text, markdown: text }, ['text']),
      helpUri: { type: 'string', pattern: '^https://' },
      defaultConfiguration: closed({ level: ref('level'), enabled: { const: false } }, ['level']),
    }),
    run: closed({
      tool: closed({
        driver: closed({
          name: { const: 'nianbao' },
          version: text,
          semanticVersion: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+' },
          informationUri: { type: 'string', pattern: '^https://' },
          rules: { ...list(ref('rule')), uniqueItems: true },
        }),
      }),
      columnKind: { const: 'utf16CodeUnits' },
      newlineSequences: { ...list({ type: 'string' }, 1), uniqueItems: true },
      language: { type: 'string', pattern: '^[a-z]{2}(?:-[A-Z]{2})?$' },
      originalUriBaseIds: closed({ '%SRCROOT%': closed({ uri: { type: 'string', pattern: '^file:///.*/$' } }) }),
      artifacts: { ...list(closed({ location: ref('artifactLocation'), encoding: text })), uniqueItems: true },
      invocations: list(
        closed(
          {
            executionSuccessful: { type: 'boolean' },
            toolExecutionNotifications: list(closed({ level: ref('level'), message: ref('message'), locations: list(ref('location')) }), 1),
          },
          ['executionSuccessful'],
        ),
        1,
      ),
      results: list(ref('result')),
    }),
  },
};

const ajv = new Ajv({ allErrors: true });
const validate = ajv.compile(schema);
