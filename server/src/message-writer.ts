/**
 * Writes messages to a stream, each as a whole: the library writes the length and the message one after the other, which takes
 * twice as long, and makes the reader at the other end wake twice.
 */
import type { Message, MessageWriter } from 'vscode-languageserver';
import { Emitter } from './lsp/library';

export function messageWriter(stream: NodeJS.WritableStream): MessageWriter {
  const failed = new Emitter<[Error, Message | undefined, number | undefined]>();
  const closed = new Emitter<void>();
  let failures = 0;
  stream.on('error', (error: Error) => failed.fire([error, undefined, undefined]));
  stream.on('close', () => closed.fire());
  return {
    onError: failed.event,
    onClose: closed.event,
    write: (message) =>
      new Promise((resolve, reject) => {
        const text = JSON.stringify(message);
        stream.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`, 'utf8', (error) => {
          if (!error) {
            resolve();
            return;
          }
          failed.fire([error, message, ++failures]);
          reject(error);
        });
      }),
    end: () => {
      stream.end();
    },
    dispose: () => {
      failed.dispose();
      closed.dispose();
    },
  };
}
