/** What a text was found to be: a report or not, and by what. Made by `recognize.ts`. */
import type { Message } from '../text/message';

/** Whether a text is a report, and why, in one sentence. */
export interface Recognition {
  readonly report: boolean;
  readonly reason: Message;
}
