/**
 * What unpacks the streams of a PDF, in place of the class of that name which the library looks for: in one go, as a thread and
 * a chain of streams for each of thousands of small pieces take longer than the unpacking itself. Put in by the build.
 */
// eslint-disable-next-line no-restricted-imports -- PDFs are read where there is Node
import { inflateSync } from 'node:zlib';

export class DecompressionStream {
  private unpacked: Uint8Array | undefined;

  readonly writable = {
    getWriter: () => ({
      ready: Promise.resolve(),
      write: (bytes: Uint8Array) => {
        // Where it fails, the library goes on by its own means as far as it gets.
        this.unpacked = inflateSync(bytes);
        return Promise.resolve();
      },
      close: () => Promise.resolve(),
    }),
  };

  readonly readable = { [Symbol.asyncIterator]: () => this.chunks() };

  // The library waits for each chunk.
  private async *chunks(): AsyncGenerator<Uint8Array> {
    if (this.unpacked) yield this.unpacked;
  }
}
