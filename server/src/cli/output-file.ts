/** Standard output, or the file that the user wants in its place. */
import type { Io } from './io';
import type { Output } from './standard-output';

export interface OutputTarget extends Output {
  /** Ends the output. @throws a system error if it could not be written. */
  close(): void;
}

/** Where findings go. A file is written as a whole when the target is closed, so that none is left half written. */
export function openTarget(path: string | undefined, io: Io): OutputTarget {
  const { stdout } = io;
  if (path === undefined) {
    return {
      get isTerminal() {
        return stdout.isTerminal;
      },
      get columns() {
        return stdout.columns;
      },
      write: (text) => stdout.write(text),
      close: () => undefined,
    };
  }
  const pieces: string[] = [];
  return {
    isTerminal: false,
    columns: undefined,
    write: (text) => void pieces.push(text),
    close: () => io.writeFile(path, Buffer.from(pieces.join(''))),
  };
}
