/** The assertions of `node:assert/strict` that the suites use, for the browser. Values are compared as JSON shows them. */
export function ok(value: unknown, message?: string): asserts value {
  if (!value) fail(message ?? `${String(value)} is not true`);
}

export function equal(actual: unknown, expected: unknown, message?: string): void {
  if (!Object.is(actual, expected)) fail(message, actual, expected);
}

export function notEqual(actual: unknown, expected: unknown, message?: string): void {
  if (Object.is(actual, expected)) fail(message ?? `It is ${shown(actual)}`);
}

export function deepEqual(actual: unknown, expected: unknown, message?: string): void {
  if (shown(actual) !== shown(expected)) fail(message, actual, expected);
}

export function match(text: string, pattern: RegExp, message?: string): void {
  if (!pattern.test(text)) fail(message ?? `${pattern.source} is not in: ${text}`);
}

export default { ok, equal, notEqual, deepEqual, match };

function fail(message: string | undefined, ...values: unknown[]): never {
  throw new Error(
    [message, values.length > 0 ? values.map(shown).join('\nis not\n') : undefined].filter((part) => part !== undefined).join('\n'),
  );
}

/** As JSON, the keys of objects in order. */
function shown(value: unknown): string {
  const sorted = (_: string, part: unknown): unknown =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part;
  return JSON.stringify(value, sorted, 1) ?? String(value);
}
