/** The note over a place: what is found there, and the sums in which the figure stands. One at a time. */
import { byId } from './dom';

export interface Tip {
  /** Shows what `content` gives beside the element, unless another place is asked about before that is there. */
  show(at: Element, content: () => Promise<string>): void;
  hide(): void;
  /** The text has moved below it. */
  follow(): void;
}

/** Blank between the note and its place, and between it and the window's edge. */
const gap = 6;

export function openTip(): Tip {
  const note = byId('tip');
  let shown: Element | undefined;
  const hide = (): void => {
    shown?.removeAttribute('aria-describedby');
    shown = undefined;
    note.hidden = true;
  };
  const place = (at: Element): void => {
    const { left, top, bottom } = at.getBoundingClientRect();
    note.style.left = '0';
    note.style.top = '0';
    const { width, height } = note.getBoundingClientRect();
    const below = bottom + gap + height <= window.innerHeight || top < height + gap;
    note.style.left = `${Math.max(gap, Math.min(left, window.innerWidth - width - gap))}px`;
    note.style.top = `${below ? bottom + gap : top - gap - height}px`;
  };
  return {
    hide,
    follow() {
      if (shown && !note.hidden) place(shown);
    },
    show(at, content) {
      if (shown === at) return;
      hide();
      shown = at;
      void content().then((html) => {
        if (shown !== at) return;
        if (html === '') return hide();
        note.innerHTML = html;
        note.hidden = false;
        at.setAttribute('aria-describedby', 'tip');
        place(at);
      });
    },
  };
}
