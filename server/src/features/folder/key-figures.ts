/** The figures that a reviewer looks at first: what they are called in lists. */
import { msg, type Message } from '../../text/message';
import type { KeyFigures } from './review';

export const keyFigureNames = [
  'received',
  'carriedIn',
  'processed',
  'carriedOut',
  'reviews',
  'lawsuits',
] as const satisfies readonly (keyof KeyFigures)[];

export const keyFigureHeads: Readonly<Record<keyof KeyFigures, Message>> = {
  received: msg('新收'),
  carriedIn: msg('上年结转'),
  processed: msg('办结'),
  carriedOut: msg('结转下年'),
  reviews: msg('复议'),
  lawsuits: msg('诉讼'),
};
