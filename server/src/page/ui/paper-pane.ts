/**
 * The text beside the list: goes to the place of a finding, lights up what it is related to, and shows over a place what is
 * found there and the sums of its figure.
 */
import { msg } from '../../text/message';
import type { ShownFile } from '../messages';
import { byId, element } from './dom';
import { severityWords } from './list';
import { openTip } from './tip';
import { say } from './words';

export interface PaperPane {
  show(file: ShownFile, html: string): void;
  /** Nothing beside the list. */
  empty(words: string): void;
  /** @param take whether the place gets the focus */
  go(finding: number, take: boolean): void;
  /** Goes to a place of the text, which gets the focus. */
  goTo(start: number): void;
}

/** Elements that have something to say. */
const speaking = '[data-at], td[data-from], .figure';

export function openPaper(hover: (id: number, offset: number) => Promise<string>, back: (finding: number) => void): PaperPane {
  const sheet = byId('sheet');
  const tip = openTip();
  let file: ShownFile | undefined;

  const contentOf = async (at: HTMLElement): Promise<string> => {
    const shown = file;
    if (!shown) return '';
    const found = (at.dataset['at'] ?? '').split(' ').flatMap((number) => shown.findings[Number(number)] ?? []);
    const told =
      at.dataset['at'] === undefined ? [] : found.map(({ severity, message }) => noteHtml(say(severityWords[severity]), severity, message));
    const offset = at.dataset['from'] ?? found[0]?.start;
    const sums = offset === undefined || at.classList.contains('point') ? '' : await hover(shown.id, Number(offset));
    return told.join('') + sums;
  };
  const speak = (event: Event): void => {
    const at = event.target instanceof Element ? event.target.closest<HTMLElement>(speaking) : null;
    if (at) tip.show(at, () => contentOf(at));
    else tip.hide();
  };
  sheet.addEventListener('mouseover', speak);
  sheet.addEventListener('focusin', speak);
  sheet.addEventListener('mouseleave', tip.hide);
  sheet.addEventListener('focusout', tip.hide);
  byId('paper').addEventListener('scroll', tip.follow, { passive: true });
  sheet.addEventListener('click', ({ target }) => {
    const first = target instanceof Element ? target.closest<HTMLElement>('[data-at]')?.dataset['at']?.split(' ')[0] : undefined;
    if (first !== undefined) light(Number(first));
  });
  sheet.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !(event.target instanceof HTMLElement)) return;
    tip.hide();
    const first = event.target.dataset['at']?.split(' ')[0];
    if (first !== undefined) back(Number(first));
  });

  /** The element that stands for a finding: its mark, else what begins at or before its place. */
  const placeOf = (finding: number): HTMLElement | undefined => {
    const start = file?.findings[finding]?.start ?? 0;
    return sheet.querySelector<HTMLElement>(`[data-at~="${finding}"]`) ?? nearestTo(sheet, start);
  };
  const dim = (): void => {
    for (const lit of sheet.querySelectorAll('.current, .related')) lit.classList.remove('current', 'related');
  };
  const light = (finding: number): void => {
    dim();
    for (const mark of sheet.querySelectorAll(`[data-at~="${finding}"]`)) mark.classList.add('current');
    placeOf(finding)?.classList.add('current');
    for (const { start } of file?.findings[finding]?.related ?? [])
      sheet.querySelector(`td[data-from="${start}"], .figure[data-from="${start}"], mark[data-from="${start}"]`)?.classList.add('related');
  };
  return {
    show(shown, html) {
      tip.hide();
      file = shown;
      sheet.innerHTML = html;
      byId('paper').setAttribute('aria-label', say(msg('{0} 的正文', shown.name)));
    },
    empty(words) {
      tip.hide();
      file = undefined;
      sheet.replaceChildren(element('p', { class: 'nothing' }, words));
    },
    go(finding, take) {
      light(finding);
      reach(placeOf(finding), take);
    },
    goTo(start) {
      dim();
      const place = nearestTo(sheet, start);
      place?.classList.add('current');
      reach(place, true);
    },
  };
}

function reach(place: HTMLElement | undefined, take: boolean): void {
  place?.scrollIntoView({ block: 'center', inline: 'center', behavior: isCalm() ? 'auto' : 'smooth' });
  if (take) place?.focus({ preventScroll: true });
}

function nearestTo(sheet: HTMLElement, start: number): HTMLElement | undefined {
  const known = [...sheet.querySelectorAll<HTMLElement>('[data-from]')].filter(({ dataset }) => Number(dataset['from']) <= start);
  return known.reduce<HTMLElement | undefined>(
    (best, one) => (best && Number(best.dataset['from']) > Number(one.dataset['from']) ? best : one),
    undefined,
  );
}

function noteHtml(word: string, severity: string, message: string): string {
  return element('p', { class: `note ${severity}` }, element('b', {}, word), ` ${message}`).outerHTML;
}

function isCalm(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
