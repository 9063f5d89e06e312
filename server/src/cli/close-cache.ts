/** Ends a cache: one that cannot be written is told, and does no harm otherwise. */
import { msg, type Message } from '../text/message';
import type { Cache } from './cache';
import { writingProblemOf } from './failure';
import type { Options } from './options';

export function closeCache(cache: Cache | undefined, { cache: folder }: Options, note: (words: Message) => void): void {
  try {
    cache?.close();
  } catch (error) {
    note(msg('{0}：{1}', folder ?? '', writingProblemOf(error).template));
  }
}
