/**
 * The two output streams as the user sees them: findings go out in large pieces, notes to standard error come after what was
 * printed before them, and a line of progress stands at the bottom of a terminal while there is much to do.
 */
import type { Io } from './io';
import { visibleName } from './visible';

export interface Screen {
  /** Text for standard output. */
  print(text: string): void;
  /** A line for standard error. */
  note(line: string): void;
  /** Shows `line` until something else is written; nothing where standard error is no terminal. */
  progress(line: () => string): void;
  /** Writes what is left and takes the progress away. */
  close(): void;
}

/** Pieces of this many UTF-16 units are written at once. */
const pieceLength = 1 << 16;

/** A screen over the streams of `io`; must be closed. */
export function openScreen({ stdout, stderr }: Pick<Io, 'stdout' | 'stderr'>): Screen {
  let waiting = '';
  let progressing = false;

  const clearProgress = () => {
    if (progressing) stderr.write('\r\u001b[K');
    progressing = false;
  };
  const flush = () => {
    if (waiting === '') return;
    if (stdout.isTerminal) clearProgress();
    stdout.write(waiting);
    waiting = '';
  };

  return {
    print(text) {
      waiting += text;
      if (waiting.length >= pieceLength) flush();
    },
    note(line) {
      flush();
      clearProgress();
      stderr.write(`${visibleName(line)}\n`);
    },
    progress(line) {
      if (!stderr.isTerminal) return;
      flush();
      stderr.write(`\r\u001b[K${line()}`);
      progressing = true;
    },
    close() {
      flush();
      clearProgress();
    },
  };
}
