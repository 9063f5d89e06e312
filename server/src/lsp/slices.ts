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
      return new Promise((resolve) => {
        setTimeout(() => {
          until = performance.now() + slice;
          resolve();
        }, 0);
      });
    },
  };
}

/** Turns for several who wait for the same: between two of them others are answered. */
export function turns(): () => Promise<void> {
  let last = Promise.resolve();
  return () => (last = last.then(() => new Promise((resolve) => setTimeout(resolve, 0))));
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
