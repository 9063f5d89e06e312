/** The data of sentences: tags that phrases name, metrics that they mean, cells that metrics name. */
import { describe, expect, it } from 'vitest';
import { allTables } from '../../../server/src/report/form/form';
import { metrics } from '../../../server/src/report/sentences/metrics';
import { phrases } from '../../../server/src/report/sentences/phrases';
import { vocabulary } from '../../../server/src/report/sentences/vocabulary';

const tags = new Set<string>(vocabulary.map(({ tag }) => tag));
const rows = allTables.flatMap(({ rows: own, heads }) => own.map((row) => ({ row, heads })));
const groups = new Set(
  allTables.flatMap(({ rows: own, heads }) => [...own.map(({ group }) => group), ...heads.map(({ id }) => id), ...own.map(({ id }) => id)]),
);

describe('vocabulary', () => {
  it('has every tag once, with a meaning', () => {
    expect(tags.size).toBe(vocabulary.length);
    for (const { tag, means } of vocabulary) expect(means, tag).not.toBe('');
  });
  it('has no word twice in one group', () => {
    for (const { tag, words } of vocabulary) {
      const own = words.split(' ').filter((word) => word !== '');
      expect(own.length - new Set(own).size, tag).toBe(0);
    }
  });
});

describe('phrases', () => {
  it.each(phrases.map(({ say, means }) => [say, means] as const))('%s means %s', (say, means) => {
    for (const tag of say.split(' ')) expect(['#', '…', '^', ''].includes(tag) || tags.has(tag), `tag ${tag}`).toBe(true);
    expect(say.split('#').length, 'one number').toBe(2);
    for (const id of means.split(',')) {
      const metric = id.replace(/\*$/, '');
      // A document or an act named before, or published, which is made.
      if (metric.includes('?.') || metric.endsWith('.?') || metric.endsWith('.发布')) continue;
      expect(metrics[metric], `metric ${metric}`).toBeDefined();
    }
  });
});

describe('metrics', () => {
  it.each(Object.entries(metrics))('%s names cells of the form', (_, { readings }) => {
    for (const reading of readings) {
      for (const [, id = '', column = ''] of reading.matchAll(/([^.+-]+)\.([^.+-]+)/g)) {
        if (id.endsWith('*')) {
          expect(groups, id).toContain(id.slice(0, -1));
          continue;
        }
        const named = rows.some(
          ({ row, heads }) => row.id === id && (row.columns.includes(column) || heads.some((head) => head.id === column)),
        );
        expect(named, `${id}.${column}`).toBe(true);
      }
    }
  });
});
