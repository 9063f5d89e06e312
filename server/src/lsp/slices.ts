/** Long work in slices, between which the server answers what it is asked: a key must not wait for five hundred reports. */

/** How long it may work without looking up, in milliseconds. */
const slice = 12;

export interface Pacer {
  /** Waits for a moment when the slice is over, else not at all. */
  breathe(): Promise<void> | undefined;
}

export function pacer(): Pacer {
  let until = performance.now() + slice;
  return {
    breathe() {
      if (performance.now() < until) return undefined;
      return rest().then(() => {
        until = performance.now() + slice;
      });
    },
  };
}

/**
 * Resolves when what has come meanwhile is handled. A message is handled in each round of Node's loop, which takes no time where
 * there is none, while its shortest timer takes a millisecond.
 */
function rest(): Promise<void> {
  return new Promise((resolve) => {
    let left = rounds;
    const round = (): void => {
      if (left-- > 0) setImmediate(round);
      else resolve();
    };
    if (typeof setImmediate === 'function') round();
    else setTimeout(resolve, 0);
  });
}

/** So many messages are handled between two slices. */
const rounds = 16;

/** Turns for several who wait for the same: between two of them others are answered. */
export function turns(): () => Promise<void> {
  let last = Promise.resolve();
  return () => (last = last.then(rest));
}

/** Runs `steps` to their end; undefined where it was stopped on the way. */
export async function inSlices<Value>(steps: Generator<undefined, Value>, isStopped: () => boolean): Promise<Value | undefined> {
  const pace = pacer();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await pace.breathe();
    if (isStopped()) return undefined;
  }
}
