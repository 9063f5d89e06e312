import type { Finding } from '../../findings/finding';
import type { DirectiveForm } from '../../text/directives';
import type { TextEdit } from '../../text/edit';
import type { Message } from '../../text/message';
import type { Checked } from './fix-all';

/** Kinds in the language server protocol's hierarchy: a kind is also of every kind before its dots. */
export const kinds = {
  quickFix: 'quickfix',
  rewrite: 'refactor.rewrite',
  fixAll: 'source.fixAll.nianbao',
} as const;

export type ActionKind = (typeof kinds)[keyof typeof kinds];

export interface Action {
  /** Tells the action from others of the same text; the same for the same thing in a later one. */
  readonly id: string;
  readonly title: Message;
  readonly kind: ActionKind;
  /** Changes no reported figure. */
  readonly safe: boolean;
  readonly preferred: boolean;
  /** The findings that it mends. */
  readonly fixes: readonly Finding[];
  /** Sorted, disjoint, minimal. May be empty where one thing done leaves nothing of another. */
  readonly edits: () => readonly TextEdit[];
}

/** A report with what is known of it. */
export interface Known extends Checked {
  /** How comments that silence are written; undefined: as suits the text. */
  readonly form?: DirectiveForm;
}

/** Whether `kind` is `parent` or below it. */
export function isKind(kind: string, parent: string): boolean {
  return parent === '' || kind === parent || kind.startsWith(`${parent}.`);
}
