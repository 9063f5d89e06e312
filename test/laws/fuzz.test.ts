/** What the fuzzer once found (test/fuzz/fixtures) stays mended, and its first texts keep all properties. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { textOf } from '../fuzz/mutate';
import { properties } from '../fuzz/properties';

const folder = 'test/fuzz/fixtures';
const fixtures = readdirSync(folder).filter((name) => name.endsWith('.txt'));

it.each(Object.entries(properties))('holds for every text that once failed: %s', (_, property) => {
  for (const name of fixtures) expect(property(readFileSync(`${folder}/${name}`, 'utf8')), name).toBeUndefined();
});

it.each(Object.entries(properties))('holds for the first texts of the fuzzer: %s', { timeout: 300_000 }, (_, property) => {
  for (let seed = 1; seed <= 40; seed++) expect(property(textOf(seed)), `seed ${seed}`).toBeUndefined();
});
