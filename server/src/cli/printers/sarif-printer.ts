/**
 * Findings as SARIF 2.1.0 (OASIS), for code scanning services and viewers: one run over all files, with the rules that
 * found something, fixes, and what could not be read. Lines and columns count from 1, in UTF-16 units, in the text without
 * its byte order mark. The result says nothing of when or on which machine it was made, but for the folder it was made in.
 */
import { pathToFileURL } from 'node:url';
import type { Artifact, Invocation, Location, Notification, Region, ReportingDescriptor, Result, Run } from 'sarif';
import { repository, version } from '../../../../package.json';
import { catalogue, pagePath } from '../../rules/index';
import { type Finding, type Fix, fixOf, type Severity } from '../../findings/finding';
import type { Decision } from '../../features/silence/review-file';
import type { RuleInfo } from '../../rules/rule';
import { rangeOf } from '../../text/lines';
import { msg, type Message } from '../../text/message';
import { byPlace, type Span } from '../../text/span';
import { artifactOf, root } from './artifact';
import { fingerprinter } from './fingerprint';
import type { Language } from '../language';
import type { FileResult, Printer } from './printer';

export interface SarifContext {
  readonly say: (message: Message) => string;
  readonly language: Language;
  readonly currentFolder: string;
  /** The Markdown page of a rule. */
  readonly pageOf: (ruleId: string) => string | undefined;
}

/** A printer of one SARIF log over all files. */
export function sarifPrinter(context: SarifContext): Printer {
  const { say, language, currentFolder, pageOf } = context;
  const used: RuleInfo[] = [];
  const artifacts: Artifact[] = [];
  const notifications: Notification[] = [];
  let before = `{"$schema":${JSON.stringify(schema)},"version":"2.1.0","runs":[{"results":[\n`;
  return {
    file(result) {
      const location = artifactOf(result.path, currentFolder);
      artifacts.push({ location, ...(!result.document && { encoding: result.encoding.name }) });
      const describe = fingerprinter(result.report);
      let text = '';
      const suppressed = new Map((result.silenced ?? []).map(({ finding, decision }) => [finding, decision]));
      for (const finding of [...result.findings, ...suppressed.keys()].sort(byPlace)) {
        const rule = catalogue.find(({ id }) => id === finding.code);
        if (rule && !used.includes(rule)) used.push(rule);
        const ruleIndex = rule ? used.indexOf(rule) : -1;
        text +=
          before +
          JSON.stringify({
            ...resultOf(
              finding,
              { ...result, location: { ...location, index: artifacts.length - 1 }, currentFolder },
              { ruleIndex, ...describe(finding) },
              say,
            ),
            ...suppressionOf(suppressed.get(finding)),
          });
        before = ',\n';
      }
      return text;
    },
    failure(path, problem) {
      notifications.push({
        level: 'error',
        message: { text: problem },
        locations: [{ physicalLocation: { artifactLocation: artifactOf(path, currentFolder) } }],
      });
      return '';
    },
    end() {
      const rest: Omit<Run, 'results'> = {
        tool: {
          driver: {
            name: 'nianbao',
            version,
            semanticVersion: version,
            informationUri: homepage,
            rules: used.map((rule) => descriptorOf(rule, say, pageOf(rule.id))),
          },
        },
        columnKind: 'utf16CodeUnits',
        newlineSequences: ['\r\n', '\n', '\r'],
        language: language === 'zh' ? 'zh-CN' : 'en',
        originalUriBaseIds: { [root]: { uri: pathToFileURL(`${currentFolder}/`).href } },
        artifacts,
        invocations: [invocationOf(notifications)],
      };
      return `${before === ',\n' ? '\n' : before}],${JSON.stringify(rest).slice(1, -1)}}]}\n`;
    },
  };
}

/** What was decided beside the text, as services know it: they list the result as settled. */
function suppressionOf(decision: Decision | undefined): Pick<Result, 'suppressions'> {
  if (!decision) return {};
  return { suppressions: [{ kind: 'external', status: 'accepted', ...(decision.reason && { justification: decision.reason }) }] };
}

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const homepage = repository.url.replace(/\.git$/, '');

/** Name and version of our way to tell that two findings are the same. */
const fingerprintName = 'nianbaoPlace/v1';

const levels: Readonly<Record<Severity, Result.level>> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };

interface Located extends FileResult {
  readonly location: { readonly uri: string; readonly index: number };
  readonly currentFolder: string;
}

interface Described {
  readonly ruleIndex: number;
  readonly place: string | undefined;
  readonly fingerprint: string;
}

function resultOf(
  finding: Finding,
  { report, location, document, currentFolder }: Located,
  { ruleIndex, place, fingerprint }: Described,
  say: (message: Message) => string,
): Result {
  const { code, severity, message, span, related = [], causes = [] } = finding;
  const fix = fixOf(finding);
  if (document) return resultOfDocument(finding, { location, place: document.placeOf(span) }, { ruleIndex, fingerprint }, say);
  const region = (of: Span): Region => regionOf(report.lines, of);
  const others = [...related, ...causes].map((item, id): Location => ({
    id,
    message: { text: say(item.message) },
    physicalLocation: item.elsewhere
      ? { artifactLocation: artifactOf(item.elsewhere.path, currentFolder), region: regionOf(item.elsewhere.lines, item.span) }
      : { artifactLocation: location, region: region(item.span) },
  }));
  const snippet = report.text.slice(span.start, span.end);
  return {
    ruleId: code,
    ...(ruleIndex >= 0 && { ruleIndex }),
    level: levels[severity],
    message: { text: say(message) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: location,
          region: { ...region(span), ...(snippet !== '' && { snippet: { text: snippet } }) },
        },
        ...(place !== undefined && { logicalLocations: [{ fullyQualifiedName: place }] }),
      },
    ],
    ...(others.length > 0 && { relatedLocations: others }),
    partialFingerprints: { [fingerprintName]: fingerprint },
    ...(fix && fix.edits.length > 0 && { fixes: [sarifFix(fix, location, region, say)] }),
  };
}

/** A finding in a document: there are no lines in it, so the place is told in words. */
function resultOfDocument(
  { code, severity, message }: Finding,
  { location, place }: { readonly location: Located['location']; readonly place: string },
  { ruleIndex, fingerprint }: Pick<Described, 'ruleIndex' | 'fingerprint'>,
  say: (message: Message) => string,
): Result {
  return {
    ruleId: code,
    ...(ruleIndex >= 0 && { ruleIndex }),
    level: levels[severity],
    message: { text: `${place}：${say(message)}` },
    locations: [{ physicalLocation: { artifactLocation: location }, logicalLocations: [{ fullyQualifiedName: place }] }],
    partialFingerprints: { [fingerprintName]: fingerprint },
  };
}

function sarifFix(
  { title, safe, edits }: Fix,
  location: Located['location'],
  region: (span: Span) => Region,
  say: (message: Message) => string,
): NonNullable<Result['fixes']>[number] {
  return {
    description: { text: say(title) },
    artifactChanges: [
      {
        artifactLocation: location,
        replacements: edits.map(({ span, newText }) => ({
          deletedRegion: region(span),
          ...(newText !== '' && { insertedContent: { text: newText } }),
        })),
      },
    ],
    properties: { safe },
  };
}

function regionOf(lines: FileResult['report']['lines'], span: Span): Region {
  const { start, end } = rangeOf(lines, span);
  return { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
}

/** What a rule's page says that it checks, as plain text on one line. */
function checksOf(page: string, otherwise: string): string {
  const [, said = ''] = /^## (?:检查什么|What it checks)\s*([\s\S]*?)(?=^## |(?![\s\S]))/m.exec(page) ?? [];
  const plain = said.replace(/[`*]/g, '').replace(/\s+/g, ' ').trim();
  return plain === '' ? otherwise : plain;
}

function descriptorOf(
  { id, title, severity, optional }: RuleInfo,
  say: (message: Message) => string,
  page: string | undefined,
): ReportingDescriptor {
  const short = say(msg(title));
  return {
    id,
    name: id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: short },
    fullDescription: { text: page === undefined ? short : checksOf(page, short) },
    help: { text: page ?? short, ...(page !== undefined && { markdown: page }) },
    helpUri: `${homepage}/blob/main/server/src/rules/${pagePath(id) ?? ''}`,
    defaultConfiguration: { level: levels[severity], ...(optional && { enabled: false }) },
  };
}

function invocationOf(notifications: Notification[]): Invocation {
  return {
    executionSuccessful: notifications.length === 0,
    ...(notifications.length > 0 && { toolExecutionNotifications: notifications }),
  };
}
