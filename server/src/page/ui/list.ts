/**
 * The list of files with what was found in each: one fold for a file, its state on it, its findings inside, one element with
 * `data-code` for each finding. Tells who asked which file and which finding are chosen.
 */
import { msg, type Message } from '../../text/message';
import type { ElsewhereShown, FileState, ShownFile, ShownFinding } from '../messages';
import { button, element } from './dom';
import { say } from './words';

export interface ListEvents {
  choose(file: ShownFile): void;
  /** @param byKey whether the keyboard chose it */
  go(file: ShownFile, finding: number, byKey: boolean): void;
  fix(file: ShownFile, finding: number): void;
  take(file: ShownFile): void;
  /** Goes to a place in another file. */
  goElsewhere(place: ElsewhereShown): void;
}

export const stateWords: Readonly<Record<FileState, Message>> = {
  errors: msg('有错误'),
  warnings: msg('有警告'),
  clean: msg('没有问题'),
  'not-a-report': msg('不像年报'),
  unreadable: msg('读不了'),
};

export const severityWords = {
  error: msg('错误'),
  warning: msg('警告'),
  information: msg('信息'),
  hint: msg('提示'),
} as const satisfies Record<ShownFinding['severity'], Message>;

/** The fold of one file. */
export function foldOf(file: ShownFile, isOpen: boolean, events: ListEvents): HTMLElement {
  const { id, name, state, title, findings } = file;
  const label = element('span', { class: 'file-name' }, name);
  const badge = element('span', { class: `badge ${state}` }, say(stateWords[state]));
  const counts = element('span', { class: 'counts' }, countWords(findings));
  const head = button('', () => events.choose(file), { class: 'file', 'aria-expanded': String(isOpen), 'aria-controls': `findings-${id}` });
  head.append(badge, label, counts);
  if (title !== '' && !name.includes(title)) head.append(element('span', { class: 'title-line' }, title));
  const body = element('div', { id: `findings-${id}`, class: 'findings' }, ...remarks(file, events), findingList(file, events));
  body.hidden = !isOpen;
  return element('section', { class: `fold ${state}`, 'data-file': id, 'data-state': state }, element('h2', {}, head), body);
}

/** Opens the fold of one file and closes the others. */
export function openFold(list: HTMLElement, id: number): void {
  for (const fold of list.querySelectorAll<HTMLElement>('.fold')) {
    const isOpen = fold.dataset['file'] === String(id);
    fold.querySelector('.file')?.setAttribute('aria-expanded', String(isOpen));
    const body = fold.querySelector<HTMLElement>('.findings');
    if (body) body.hidden = !isOpen;
    fold.classList.toggle('open', isOpen);
  }
}

/** The finding that was gone to last. */
export function markChosen(list: HTMLElement, id: number, finding: number): void {
  for (const before of list.querySelectorAll('.finding[aria-current]')) before.removeAttribute('aria-current');
  list.querySelector(`[data-file="${id}"] [data-number="${finding}"]`)?.setAttribute('aria-current', 'true');
}

/** How many of each severity; nothing for none. */
export function countWords(findings: readonly ShownFinding[]): string {
  const parts = (['error', 'warning', 'information', 'hint'] as const).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${say(severityWords[severity])} ${count}`];
  });
  return parts.join(' · ');
}

function remarks(file: ShownFile, events: ListEvents): HTMLElement[] {
  const { state, problem, notes, findings } = file;
  const told = notes.map((note) => element('p', { class: 'remark' }, note));
  if (problem !== undefined && state !== 'not-a-report') told.push(element('p', { class: 'remark' }, problem));
  if (state === 'not-a-report')
    told.push(
      element(
        'p',
        { class: 'remark' },
        problem ?? say(msg('内容不像政府信息公开工作年度报告，没有校对。')),
        button(say(msg('仍按年报校对')), () => events.take(file)),
      ),
    );
  if (state === 'clean' && findings.length === 0) told.push(element('p', { class: 'remark' }, say(msg('没有发现问题。'))));
  return told;
}

function findingList(file: ShownFile, events: ListEvents): HTMLElement {
  const items = file.findings.map((finding, number) => {
    const { code, severity, message, rule, place, elsewhere, fix } = finding;
    const words = [
      element('span', { class: 'sign' }, say(severityWords[severity])),
      element('span', { class: 'place' }, place),
      element('span', { class: 'message' }, message),
      element('span', { class: 'rule' }, rule),
    ];
    const go = element('button', { type: 'button', class: `finding ${severity}`, 'data-code': code, 'data-number': number }, ...words);
    go.addEventListener('click', ({ detail }) => events.go(file, number, detail === 0));
    const item = element('li', {}, go);
    for (const other of elsewhere)
      item.append(button(say(msg('{0}：{1}', other.name, other.message)), () => events.goElsewhere(other), { class: 'elsewhere' }));
    if (fix) item.append(button(fix.title, () => events.fix(file, number), { class: 'fix', title: fix.safe ? undefined : say(unsafe) }));
    return item;
  });
  return element('ol', { 'aria-label': say(msg('发现的问题')) }, ...items);
}

const unsafe = msg('会改动数字或内容，改后请核对');

/** Arrow keys go from finding to finding, and from file to file. */
export function moveByKeys(list: HTMLElement): void {
  list.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || !(event.target instanceof HTMLElement)) return;
    const stops = [...list.querySelectorAll<HTMLElement>('.file, .finding')].filter((stop) => stop.offsetParent !== null);
    const next = stops[stops.indexOf(event.target.closest<HTMLElement>('.file, .finding') ?? event.target) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}
