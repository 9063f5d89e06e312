/** Mocha as its build for browsers has it, with `describe` and its kin as its interface makes them. */
import 'mocha/mocha.js';

/** What mocha puts where a page would find it. */
const shared = globalThis as unknown as Record<string, (...values: unknown[]) => unknown>;
const named =
  (name: string) =>
  (...values: unknown[]): unknown =>
    shared[name]?.(...values);

export default shared['Mocha'];
export const describe = named('describe');
export const it = named('it');
export const before = named('before');
export const after = named('after');
export const beforeEach = named('beforeEach');
export const afterEach = named('afterEach');
