/**
 * `npm run fuzz -- [--minutes N] [--seed S]`: tries the properties on one text after the other, each made from a number, so
 * that whatever fails can be tried again. The work is done by a child process: one that says nothing for a minute hangs, and
 * the number it was at is told. What fails is minimised and kept in test/fuzz/fixtures, which the laws try from then on.
 */
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { minimise } from './minimise';
import { textOf } from './mutate';
import { properties } from './properties';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '1' }, seed: { type: 'string' }, child: { type: 'boolean', default: false } },
});
const first = Number(values.seed ?? Date.now() % 1_000_000_000);
const until = Date.now() + Number(values.minutes) * 60_000;
const longestSilence = 60_000;

/** What is wrong with `text` by the property of that name. */
function wrongWith(name: string, text: string): string | undefined {
  try {
    return properties[name]?.(text);
  } catch (error) {
    return `throws ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`.split('\n').slice(0, 2).join(' ');
  }
}

/** A failure without its numbers and places, so that one cause is kept once. */
function kindOf(name: string, wrong: string): string {
  return `${name} ${wrong
    .replace(/\d+/g, 'N')
    .replace(/ N → .*/, '')
    .replace(/table .*/, 'table')}`;
}

function work(): void {
  const known = new Set<string>();
  for (let seed = first; Date.now() < until; seed++) {
    process.send?.({ seed });
    const text = textOf(seed);
    for (const name of Object.keys(properties)) {
      const wrong = wrongWith(name, text);
      if (wrong === undefined) continue;
      const kind = kindOf(name, wrong);
      process.send?.({ failed: true });
      if (known.has(kind)) continue;
      known.add(kind);
      console.log(`seed ${seed}: ${name}: ${wrong}`);
      const small = minimise(text, (other) => {
        process.send?.({ seed });
        const said = wrongWith(name, other);
        return said !== undefined && kindOf(name, said) === kind;
      });
      const file = `test/fuzz/fixtures/${name}-${createHash('sha256').update(small).digest('hex').slice(0, 8)}.txt`;
      writeFileSync(file, small);
      console.log(`  ${text.length} characters → ${small.length}, kept as ${file}: ${wrongWith(name, small)}`);
    }
  }
}

function watch(): void {
  console.log(`seed ${first}, ${values.minutes} minutes`);
  const child = fork(process.argv[1] as string, [...process.argv.slice(2), '--child', '--seed', String(first)]);
  let last = first;
  let failures = 0;
  let heard = Date.now();
  const timer = setInterval(() => {
    if (Date.now() - heard > longestSilence) {
      console.log(`seed ${last}: hangs`);
      failures++;
      child.kill('SIGKILL');
    }
  }, 1000);
  const progress = setInterval(() => console.log(`seed ${last}: ${last - first} texts, ${failures} failures`), 30_000);
  child.on('message', (message: { readonly seed?: number; readonly failed?: boolean }) => {
    heard = Date.now();
    if (message.seed !== undefined) last = message.seed;
    if (message.failed) failures++;
  });
  child.on('exit', (code) => {
    clearInterval(timer);
    clearInterval(progress);
    console.log(`${last - first + 1} texts, ${failures} failures, seeds ${first} to ${last}`);
    process.exitCode = failures > 0 || code !== 0 ? 1 : 0;
  });
}

if (values.child) work();
else watch();
