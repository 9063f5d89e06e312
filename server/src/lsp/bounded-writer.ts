/**
 * A writer that stops the reading while too much waits to be written: a client that asks and never reads then waits itself,
 * instead of making the server keep all answers. Knows nothing of streams; who makes it says how reading is stopped.
 */
import type { Message, MessageWriter } from 'vscode-languageserver';

export interface ReaderState {
  pause(): void;
  resume(): void;
}

/** Messages that may wait; a client that reads is rarely more than a few behind. */
const most = 64;

export function boundedWriter(inner: MessageWriter, reading: ReaderState): MessageWriter {
  let waiting = 0;
  return {
    onError: inner.onError,
    onClose: inner.onClose,
    async write(message: Message) {
      if (++waiting === most) reading.pause();
      try {
        await inner.write(message);
      } finally {
        if (waiting-- === most) reading.resume();
      }
    },
    end: () => {
      inner.end();
    },
    dispose: () => {
      inner.dispose();
    },
  };
}
