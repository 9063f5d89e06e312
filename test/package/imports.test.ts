/** The sources import one another without circles, types included: every file can be read, and moved, without those above it. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const files = ['server/src', 'client/src'].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(root, name)),
);

/** The files of our own that `file` imports or exports from. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?:\bfrom|\bimport\(|^import)\s*'(\.[^']+)'/gm)].map(([, path]) =>
    resolved(join(dirname(file), path as string)),
  );
}

function resolved(path: string): string {
  const found = [path, `${path}.ts`, join(path, 'index.ts')].find((name) => existsSync(name) && statSync(name).isFile());
  if (!found) throw new Error(`${path} is not there`);
  return found;
}

/** The first circle that is met, as its files in order; [] where there is none. */
function circleIn(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const path: string[] = [];
  function visit(file: string): string[] {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return [];
    path.push(file);
    for (const next of graph.get(file) ?? []) {
      const circle = visit(next);
      if (circle.length > 0) return circle;
    }
    path.pop();
    done.add(file);
    return [];
  }
  for (const file of graph.keys()) {
    const circle = visit(file);
    if (circle.length > 0) return circle;
  }
  return [];
}

describe('imports', () => {
  const graph = new Map(files.map((file) => [file, importsOf(file).filter((name) => name.endsWith('.ts'))]));

  it('make no circle, types included', () => {
    expect(circleIn(graph)).toEqual([]);
  });

  it('are seen: a circle is found where there is one', () => {
    expect(
      circleIn(
        new Map([
          ['a', ['b']],
          ['b', ['c']],
          ['c', ['b']],
        ]),
      ),
    ).toEqual(['b', 'c', 'b']);
    expect(graph.get(join('server/src', 'cli.ts'))?.length).toBeGreaterThan(0);
  });
});
