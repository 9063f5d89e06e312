/**
 * Standard output and standard error as an `Output`: what the reader at the other end does is no concern of those who write. A
 * reader that goes away (`nianbao check | head`) is none of ours; any other failure to write makes the exit code 2.
 *
 * Files and pipes are written to directly: loading Node's streams takes as long as checking a report. A terminal, and what a
 * pipe does not take at once, is left to Node's stream, which is loaded then.
 */
import { fstatSync, statSync, writeSync } from 'node:fs';
import { devNull } from 'node:os';

export interface Output {
  readonly isTerminal: boolean;
  /** Width of the terminal in cells; undefined if there is none. */
  readonly columns: number | undefined;
  /** Never throws; a reader that has gone away loses what is written. */
  write(text: string): void;
}

/** The streams that were needed. */
const streams: NodeJS.WriteStream[] = [];

/** The output of the file descriptor `fd`, whose stream `open` gives. */
export function outputOf(fd: number, open: () => NodeJS.WriteStream): Output {
  let opened: NodeJS.WriteStream | undefined;
  let lost = false;
  const fail = ({ code, message }: NodeJS.ErrnoException) => {
    if (!lost && code !== 'EPIPE' && code !== 'EOF') {
      process.exitCode = 2;
      if (fd !== 2) process.stderr.write(`nianbao: ${message}\n`);
    }
    lost = true;
  };
  const stream = () => {
    if (opened === undefined) streams.push((opened = open().on('error', fail)));
    return opened;
  };
  let known: boolean | undefined;
  const isDirect = () => opened === undefined && (known ??= isPlain(fd));
  return {
    get isTerminal() {
      return !isDirect() && stream().isTTY === true;
    },
    get columns() {
      return !isDirect() && stream().isTTY === true ? stream().columns : undefined;
    },
    write(text) {
      if (lost) return;
      try {
        const left = isDirect() ? writeNow(fd, Buffer.from(text)) : text;
        if (left.length > 0) stream().write(left);
      } catch (error) {
        fail(error as NodeJS.ErrnoException);
      }
    },
  };
}

/** Whether the terminal, or whoever else reads, has been given all that was written. */
export function isAllWritten(): boolean {
  return streams.every(({ writableLength }) => writableLength === 0);
}

/** Whether bytes may be put there without more ado: no terminal, nor any other device but the one that keeps nothing. */
function isPlain(fd: number): boolean {
  try {
    const kind = fstatSync(fd);
    if (kind.isCharacterDevice()) return kind.rdev !== 0 && kind.rdev === statSync(devNull).rdev;
    return kind.isFile() || kind.isFIFO() || kind.isSocket();
  } catch {
    return false;
  }
}

/** Writes `bytes`; gives those that were not taken because the reader is slow and nobody may wait. @throws a system error. */
function writeNow(fd: number, bytes: Uint8Array): Uint8Array {
  let left = bytes;
  try {
    while (left.length > 0) left = left.subarray(writeSync(fd, left));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
  }
  return left;
}
