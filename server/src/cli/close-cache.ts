/** Ends a cache: one that cannot be written is told, and does no harm otherwise. */
import type { Message } from '../text/message';
import type { Cache } from './cache';
import { writingProblemOf } from './failure';
import type { Options } from './options';

export function closeCache(cache: Cache | undefined, { cache: folder }: Options, tell: (path: string, problem: Message) => void): void {
  try {
    cache?.close();
  } catch (error) {
    tell(folder ?? '', writingProblemOf(error));
  }
}
