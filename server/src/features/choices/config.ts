/**
 * `.nianbao.json`, the choices of a folder and all below it: its text read and validated, every problem with its place. JSON
 * with comments and trailing commas, so that a choice can be given its reason. Finding and reading files is not done here.
 *
 *     {
 *       "severities": { "late-date": "off" },   // the county publishes in April
 *       "overviewLimit": 1000
 *     }
 */
import { findNodeAtLocation, getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { readRoster, type Unit } from '../../collection/roster';
import { type Message, msg } from '../../text/message';
import type { Span } from '../../text/span';
import { type Choices, readChoices, type Trouble } from './choices';

export interface ConfigProblem {
  readonly span: Span;
  /** `error`: the text is no JSON. `warning`: something in it is not known or not valid; the rest holds. */
  readonly severity: 'error' | 'warning';
  readonly message: Message;
}

export interface Config {
  readonly choices: Choices;
  /** The roster of units; undefined if the file has none. */
  readonly units?: readonly Unit[];
  /** In the order of the text. */
  readonly problems: readonly ConfigProblem[];
}

/** What `text`, the content of a `.nianbao.json`, chooses. A blank text chooses nothing. */
export function readConfig(text: string): Config {
  const unread = whyUnread(text);
  if (unread) return { choices: {}, problems: [unread] };
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  // One slip makes a parser complain of all that follows.
  const [first] = errors;
  const broken = first ? [syntaxProblem(text, first)] : [];
  if (!root) return { choices: {}, problems: broken };
  const value: unknown = getNodeValue(root);
  const { choices, troubles } = readChoices(value, ['$schema', 'units']);
  const given = isObject(value) ? value['units'] : undefined;
  const roster = given === undefined ? undefined : readRoster(given);
  const ofRoster = roster?.troubles.map(({ path, ...trouble }): Trouble => ({ ...trouble, path: ['units', ...path] })) ?? [];
  const all = [...troubles, ...ofRoster];
  const problems = all.slice(0, mostProblems).map((trouble): ConfigProblem => ({
    span: troubleSpan(root, trouble),
    severity: 'warning',
    message: trouble.message,
  }));
  if (all.length > mostProblems)
    problems.push({ ...(problems.at(-1) as ConfigProblem), message: msg('还有 {0} 处问题，没有一一列出', all.length - mostProblems) });
  return {
    choices,
    ...(roster && { units: roster.units }),
    problems: [...broken, ...problems].sort((a, b) => a.span.start - b.span.start),
  };
}

/** No choice lies deeper; a parser that calls itself for each bracket would break at some thousands. */
const deepest = 64;
/** In characters. Files like this have some hundred lines. */
const longest = 1 << 20;
/** To find the place of each takes as long as there are names. */
const mostProblems = 50;

/** Why nothing is read of `text`, which may come from a folder that one does not trust. */
function whyUnread(text: string): ConfigProblem | undefined {
  const refuse = (start: number, message: Message): ConfigProblem => ({ span: { start, end: start + 1 }, severity: 'error', message });
  if (text.length > longest) return refuse(0, msg('超过 1 MB，没有读'));
  let depth = 0;
  for (const { 0: sign, index } of text.matchAll(/"(?:[^"\\\n]|\\.)*"?|\/\/.*|\/\*[^]*?(?:\*\/|(?![^]))|[[\]{}]/g)) {
    if (sign === '[' || sign === '{') depth++;
    else if (sign === ']' || sign === '}') depth--;
    if (depth > deepest) return refuse(index, msg('括号嵌套太深，没有读这个文件'));
  }
  return undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function syntaxProblem(text: string, { error, offset, length }: ParseError): ConfigProblem {
  const span = { start: offset, end: Math.min(offset + length, text.length) };
  const [wide] = /[“”‘’：，｛｝［］]/.exec(text.slice(span.start, span.end)) ?? [];
  return {
    span,
    severity: 'error',
    message:
      wide === undefined ? (syntax[printParseErrorCode(error)] ?? msg('不是有效的 JSON')) : msg('JSON 的标点要用半角，不能是 {0}', wide),
  };
}

/** The name of the trouble's member without its quotation marks, or its value. */
function troubleSpan(root: Node, { path, part }: Trouble): Span {
  const value = findNodeAtLocation(root, [...path]) ?? root;
  const name = value.parent?.type === 'property' ? value.parent.children?.[0] : undefined;
  const { offset, length } = part === 'name' && name ? name : value;
  return { start: offset, end: offset + length };
}

const syntax: Readonly<Record<string, Message>> = {
  InvalidNumberFormat: msg('数的写法不对'),
  PropertyNameExpected: msg('这里应是用引号括起的名称'),
  ValueExpected: msg('这里缺少值'),
  ColonExpected: msg('这里缺少冒号'),
  CommaExpected: msg('这里缺少逗号'),
  CloseBraceExpected: msg('缺少右花括号 }'),
  CloseBracketExpected: msg('缺少右方括号 ]'),
  EndOfFileExpected: msg('JSON 在这里已经结束，后面还有内容'),
  UnexpectedEndOfComment: msg('注释没有结束'),
  UnexpectedEndOfString: msg('字符串没有结束，缺少引号'),
};
