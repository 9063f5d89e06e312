/**
 * Long work in steps: a generator that pauses again and again on its way, so that whoever runs it may do something else in between,
 * or stop. What it gives does not depend on where it pauses.
 */

/** A moment at which whoever runs the steps may do something else, or stop. */
export const pause = undefined;

export type Steps<Value> = Generator<typeof pause, Value>;

/** What `steps` give at their end. */
export function atOnce<Value>(steps: Steps<Value>): Value {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
