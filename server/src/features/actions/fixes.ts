/**
 * What can be done at a place of a report to mend it: the findings' own fixes, all of one rule, all that is safe, and the
 * actions that other files make: about figures, about comments that silence. Titles show old and new figures. Nothing here
 * knows of an editor.
 *
 * An action that changes a figure is never preferred and never part of `fixAll`.
 */
import { catalogue } from '../../rules/index';
import { type Finding, fixOf, mayBeFixed } from '../../findings/finding';
import { sortEdits } from '../../text/edit';
import { msg } from '../../text/message';
import { meet, type Span } from '../../text/span';
import { type Action, type ActionKind, isKind, type Known, kinds } from './action';
import { locate } from '../locate';
import { fixesOf, fixesOfAll, untilSettled } from './fix-all';
import { isSafeHere } from './proven-fixes';
import { silencingById, silencingsAt, unsilencingsAt } from '../silence/silencing-actions';
import { placesFor, recomputations, repairs, restsOnWrongTotals, rewritings } from './table-actions';

/**
 * The actions for `span` (empty: a place), the likeliest first.
 * @param only the kinds wanted, each with all below it; without it all but `source` ones, which are asked for by name.
 */
export function actionsAt(known: Known, span: Span, only?: readonly string[]): readonly Action[] {
  if (!known.report.recognized) return [];
  const wanted = (kind: ActionKind): boolean => (only ? only.some((parent) => isKind(kind, parent)) : !isKind(kind, 'source'));
  const actions: Action[] = [];
  const here = known.findings.filter((finding) => meet(finding.span, span));
  // The likeliest cause of a sum that fails stands before what its total would have to be.
  if (wanted(kinds.quickFix)) actions.push(...repairs(known, span, here), ...quickFixes(known, here), ...fixAllHere(known, here));
  const place = locate(known.report, span.start);
  if (place) actions.push(...recomputations(known, place, here).filter(({ kind }) => wanted(kind)));
  if (place && wanted(kinds.rewrite)) actions.push(...rewritings(known, place));
  if (wanted(kinds.quickFix)) actions.push(...ofWholeRules(known, here), ...silencingsAt(known, span, here));
  if (wanted(kinds.rewrite)) actions.push(...unsilencingsAt(known, span));
  const distinct = withoutRepeats(actions);
  return wanted(kinds.fixAll) ? [...distinct, ...fixAll(known)] : distinct;
}

/** The action with this id, in a text that may have changed since; undefined if it is no longer to be had. */
export function actionById(known: Known, id: string): Action | undefined {
  const [what = '', ...rest] = id.split('/');
  if (what === 'all') return fixAll(known)[0];
  if (what === 'all-here') return fixAllHere(known, known.findings)[0];
  if (what === 'rule')
    return ofWholeRules(
      known,
      known.findings.filter(({ code }) => code === rest[0]),
    ).find((action) => action.id === id);
  if (what === 'fix')
    return quickFixes(
      known,
      known.findings.filter(({ code }) => code === rest[0]),
    ).find((action) => action.id === id);
  if (what === 'silence' || what === 'silence-all') return silencingById(known, id);
  if (what === 'unsilence') return unsilencingsAt(known, undefined)[0];
  if (what === 'repair') return repairs(known, undefined, []).find((action) => action.id === id);
  for (const place of placesFor(known.report, rest)) {
    const found = [...recomputations(known, place, []), ...rewritings(known, place)].find((action) => action.id === id);
    if (found) return found;
  }
  return undefined;
}

/** All safe fixes of the report, to a fixed point; none if there is nothing to mend. */
export function fixAll(known: Known): readonly Action[] {
  const safe = known.findings.filter(({ fix }) => fix?.safe);
  if (safe.length === 0) return [];
  return [
    {
      id: 'all',
      title: msg('修正全文可以放心改的问题（{0} 处）', safe.length),
      kind: kinds.fixAll,
      safe: true,
      preferred: false,
      fixes: safe,
      edits: () => fixesOfAll(known, 'safe'),
    },
  ];
}

/** The same as a quick fix, where one of `here` is mended by it and there are more. */
function fixAllHere(known: Known, here: readonly Finding[]): Action[] {
  if (!here.some(({ fix }) => fix?.safe)) return [];
  return fixAll(known)
    .filter(({ fixes }) => fixes.length > 1)
    .map((action) => ({ ...action, id: 'all-here', kind: kinds.quickFix }));
}

/** The fixes that the findings bring with them, the alternatives of one behind it. */
function quickFixes(known: Known, here: readonly Finding[]): Action[] {
  const { report, findings } = known;
  const fixable = here.flatMap((finding) => {
    const fix = fixOf(finding);
    return fix ? [{ finding, fix }] : [];
  });
  const only = fixable.length === 1 ? fixable[0]?.finding : undefined;
  const turns = turnsOf(findings);
  return fixable.flatMap(({ finding, fix: first }) =>
    (restsOnWrongTotals(report, finding) ? [] : [first, ...(finding.alternatives ?? [])]).map((fix, i): Action => {
      const safe = fix.safe && isSafeHere(known, fix);
      return {
        id: `fix/${finding.code}/${turns.get(finding) ?? 0}${i === 0 ? '' : `/${i}`}`,
        title: fix.title,
        kind: kinds.quickFix,
        safe,
        preferred: safe && i === 0 && finding === only,
        fixes: [finding],
        edits: () => sortEdits(fix.edits),
      };
    }),
  );
}

/** The how-manieth of its rule each finding is. */
function turnsOf(findings: readonly Finding[]): ReadonlyMap<Finding, number> {
  const counts = new Map<string, number>();
  const turns = new Map<Finding, number>();
  for (const finding of findings) {
    const turn = counts.get(finding.code) ?? 0;
    counts.set(finding.code, turn + 1);
    turns.set(finding, turn);
  }
  return turns;
}

/** For each rule of `here`, all its fixes in the report, where there are several. */
function ofWholeRules(known: Known, here: readonly Finding[]): Action[] {
  const codes = new Set(here.filter(mayBeFixed).map(({ code }) => code));
  return [...codes].flatMap((code): Action[] => {
    const own = known.findings.filter((finding) => finding.code === code && mayBeFixed(finding) && !finding.fix?.alone);
    if (own.length < 2) return [];
    const unsafe = own.filter(({ fix }) => !fix?.safe).length;
    const title = catalogue.find(({ id }) => id === code)?.title ?? code;
    return [
      {
        id: `rule/${code}`,
        // The rule's name in Chinese, and its id for who reads another language.
        title:
          unsafe > 0
            ? msg('修正全文 {0} 处「{1}」{2}（其中 {3} 处会改动数或内容，改后请核对）', own.length, title, code, unsafe)
            : msg('修正全文 {0} 处「{1}」{2}', own.length, title, code),
        kind: kinds.quickFix,
        safe: unsafe === 0,
        preferred: false,
        fixes: own,
        edits: () =>
          untilSettled(
            known,
            fixesOf((finding) => finding.code === code),
          ) ?? [],
      },
    ];
  });
}

/** Of actions with the same edits the first, which then mends what the others mend. */
function withoutRepeats(actions: readonly Action[]): Action[] {
  const found = new Map<string, Action>();
  for (const action of actions) {
    // What goes over the whole report is not computed for the sake of a comparison.
    const edits = action.id.startsWith('rule/') || action.id === 'all-here' ? action.id : JSON.stringify(action.edits());
    // To recompute the table is offered even where no more than one total changes: there is one place to look for it.
    const key = /^recompute\/(?:\d+\/table|report)/.test(action.id) && edits !== '[]' ? `wide ${edits}` : edits;
    const known = found.get(key);
    if (!known) found.set(key, action);
    else found.set(key, { ...known, fixes: [...new Set([...known.fixes, ...action.fixes])] });
  }
  return [...found].filter(([key]) => key !== '[]').map(([, action]) => action);
}
