/**
 * Comments that silence, while they are being typed: the comments themselves, and behind the command the ids of rules with their
 * names. Looked for by id or by the words of the name; the rules of what is found on the line below come first.
 *
 *     <!-- ‸                                  → <!-- nianbao-disable-next-line ‹规则› ‹理由› -->
 *     静默‸                                   the same
 *     <!-- nianbao-disable-line 总计‸ -->     → wrong-row-total, wrong-result-total, …
 */
import type { Finding } from '../../findings/finding';
import type { Report } from '../../report/report';
import { catalogue } from '../../rules/index';
import type { DirectiveForm } from '../../text/directives';
import { lineAt } from '../../text/lines';
import { format, type Message, msg } from '../../text/message';
import type { Span } from '../../text/span';
import type { Offer } from './offer';
import { fits } from './offer';
import type { SentencePiece } from './stock-sentences';

/** Where something is typed: its line, and the cursor. */
interface Typing {
  readonly line: Span;
  readonly offset: number;
}

/** What can be written there of a comment that silences; undefined where none is being typed. */
export function directiveOffers(
  { text, lines }: Report,
  { line, offset }: Typing,
  form: DirectiveForm,
  findings: () => readonly Finding[],
): readonly Offer[] | undefined {
  const before = text.slice(line.start, offset);
  const next = lineAt(lines, line.start) + 1;
  const below = (): string[] => [...new Set(findings().flatMap(({ span, code }) => (lineAt(lines, span.start) === next ? [code] : [])))];
  const inside = /(?:<!--|【)[ \t]*nianbao-(?:disable(?:-next)?(?:-line)?|enable)((?:[ \t,，、]+[a-z-]+)*)[ \t,，、]+([^\s<>【】]*)$/.exec(
    before,
  );
  if (inside) {
    const [, named = '', query = ''] = inside;
    return ruleOffers({ start: offset - query.length, end: offset }, query, named.split(/[ \t,，、]+/), below());
  }
  const opened = /(<!--|【)[ \t]*([a-z-]*)$/.exec(before);
  const alone = /^[ \t]*(nianbao[a-z-]*|静默?|不再(?:提示?)?)$/.exec(before);
  if (!opened && !alone) return undefined;
  if (opened) {
    const [all, mark = '', query = ''] = opened;
    const closing = /^[ \t]*(?:-->|】)/.exec(text.slice(offset, line.end))?.[0] ?? '';
    const span = { start: offset - all.length, end: offset + closing.length };
    const lead = all.slice(0, all.length - query.length);
    return commentOffers(span, { lead, query, form: mark === '【' ? 'note' : 'comment', below: below() });
  }
  const [, query = ''] = alone as RegExpExecArray;
  if (text.slice(offset, line.end).trim() !== '') return undefined;
  return commentOffers({ start: offset - query.length, end: offset }, { lead: '', query, form, below: below() });
}

interface Wanted {
  /** What is typed already of the comment's beginning. */
  readonly lead: string;
  readonly query: string;
  readonly form: DirectiveForm;
  /** Rules of what is found on the line below. */
  readonly below: readonly string[];
}

function commentOffers(span: Span, { lead, query, form, below: [likely] }: Wanted): Offer[] {
  return commands.flatMap(({ command, label, words, wantsRule, documentation }, rank): Offer[] => {
    const filter = `nianbao-${command} ${words}`;
    if (!fits(query, filter)) return [];
    const [open, close] = form === 'comment' ? ['<!-- ', ' -->'] : ['【', '】'];
    const rule: SentencePiece[] = wantsRule ? [' ', { stop: likely ?? '规则' }, ' ', { stop: '理由' }] : [];
    return [
      {
        kind: 'directive',
        label: format(label),
        shown: label,
        detail: msg('静默注释'),
        documentation,
        span,
        pieces: [`${open}nianbao-${command}`, ...rule, close],
        filter: lead + filter,
        rank,
      },
    ];
  });
}

/** The likelier first. */
const commands: readonly {
  readonly command: string;
  readonly label: Message;
  readonly words: string;
  readonly wantsRule: boolean;
  readonly documentation: Message;
}[] = [
  {
    command: 'disable-next-line',
    label: msg('不再提示下一行'),
    words: '静默 不再提示 下一行',
    wantsRule: true,
    documentation: msg('下一行（表格上方：整张表）不再提示写在后面的规则；规则后面可以写理由'),
  },
  {
    command: 'disable-line',
    label: msg('不再提示这一行'),
    words: '静默 不再提示 这一行',
    wantsRule: true,
    documentation: msg('所在的一行不再提示写在后面的规则'),
  },
  {
    command: 'disable',
    label: msg('从这里起不再提示'),
    words: '静默 不再提示 全文',
    wantsRule: true,
    documentation: msg('从这里起到恢复的地方或者结尾不再提示；写在开头管全文'),
  },
  {
    command: 'enable',
    label: msg('从这里起恢复提示'),
    words: '静默 恢复 提示',
    wantsRule: false,
    documentation: msg('前面写的「从这里起不再提示」到这里为止'),
  },
];

function ruleOffers(span: Span, query: string, named: readonly string[], below: readonly string[]): Offer[] {
  const rankOf = (id: string): number => (below.includes(id) ? below.indexOf(id) : below.length + 1);
  return catalogue
    .filter(({ id, title }) => !named.includes(id) && (fits(query, `${id} ${id.replaceAll('-', ' ')}`) || title.includes(query)))
    .map(({ id, title }): Offer => ({
      kind: 'rule',
      label: title,
      shown: msg(title),
      detail: msg(id),
      documentation: below.includes(id) ? msg('下一行有这条规则的问题') : msg('规则「{0}」', id),
      span,
      pieces: [id],
      // The words of the name may begin anywhere.
      filter: title.includes(query) && query !== '' ? `${query} ${id} ${title}` : `${id} ${title}`,
      rank: rankOf(id),
    }));
}
