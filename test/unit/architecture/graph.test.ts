import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { projectRoot } from '../../support/priceTables';

type Graph = ReadonlyMap<string, ReadonlySet<string>>;

const MAX_FILES = 15;

/** Source files as paths below src/, with the files that each imports; imports of types are imports too. */
function fileGraph(): Graph {
  const root = join(projectRoot, 'src');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /(?<!\.d)\.tsx?$/.test(file));
  const known = new Set(files);
  return new Map(
    files.map((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      const imports = Array.from(text.matchAll(/from '(\.[^']+)'/g), ([, specifier = '']) => {
        const path = posix.join(posix.dirname(file), specifier);
        return [`${path}.ts`, `${path}.tsx`].find((each) => known.has(each));
      });
      return [file, new Set(imports.filter((each) => each !== undefined))];
    }),
  );
}

/** `core/pricing`, `editor/live`; elsewhere the first folder, as `wording`. */
function roomOf(file: string): string {
  const [first = '', second] = dirname(file).split('/');
  if (first === '.') return file;
  return second !== undefined && ['core', 'editor'].includes(first) ? `${first}/${second}` : first;
}

function roomGraph(files: Graph): Graph {
  const rooms = new Map<string, Set<string>>();
  for (const [file, imports] of files) {
    const room = roomOf(file);
    const others = [...imports].map(roomOf).filter((other) => other !== room);
    rooms.set(room, new Set([...(rooms.get(room) ?? []), ...others]));
  }
  return rooms;
}

/** One circle of a graph, or undefined. */
function findCircle(graph: Graph): readonly string[] | undefined {
  const done = new Set<string>();
  const visit = (node: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    if (done.has(node)) return undefined;
    for (const next of graph.get(node) ?? []) {
      const circle = visit(next, [...path, node]);
      if (circle) return circle;
    }
    done.add(node);
    return undefined;
  };
  for (const node of graph.keys()) {
    const circle = visit(node, []);
    if (circle) return circle;
  }
  return undefined;
}

describe('the rooms of src/', () => {
  const files = fileGraph();

  it('are told apart by the search for circles', () => {
    const edges = (...pairs: [string, string[]][]): Graph =>
      new Map(pairs.map(([from, to]) => [from, new Set(to)]));
    assert.equal(findCircle(edges(['a', ['b', 'c']], ['b', ['c']], ['c', []])), undefined);
    assert.deepStrictEqual(findCircle(edges(['a', ['b']], ['b', ['c']], ['c', ['b']])), [
      'b',
      'c',
      'b',
    ]);
    assert.ok(files.size > 200);
    assert.ok([...files.values()].some((imports) => imports.size > 10));
  });

  it('have no circle of files, types included', () => {
    assert.deepStrictEqual(findCircle(files), undefined);
  });

  it('have no circle of rooms', () => {
    const rooms = new Map([...roomGraph(files)].filter(([room]) => room !== 'editor'));
    assert.deepStrictEqual(findCircle(rooms), undefined);
  });

  it('take the time as an argument where they are pure', () => {
    const CLOCK = /new Date\(\)|\bDate\.now\(|Math\.random\(/;
    assert.match('const at = new Date();', CLOCK);
    const reads = [...files.keys()]
      .filter((file) => /^(core|wording|protocol)\//.test(file))
      .filter((file) => CLOCK.test(readFileSync(join(projectRoot, 'src', file), 'utf8')));
    assert.deepStrictEqual(reads, []);
  });

  it('call the network in one place alone', () => {
    const NETWORK =
      /\bfetch\(|[=(,]\s*fetch\b|XMLHttpRequest|WebSocket|EventSource|sendBeacon|node:(?:https?|net|tls|dgram)/;
    assert.match("import { get } from 'node:https';", NETWORK);
    const callers = [...files.keys()].filter((file) => {
      const text = readFileSync(join(projectRoot, 'src', file), 'utf8');
      return NETWORK.test(text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''));
    });
    assert.deepStrictEqual(callers, ['editor/prices/requestTable.ts']);
  });

  it(`have at most ${MAX_FILES} files in a folder`, () => {
    const counts = new Map<string, number>();
    for (const file of files.keys())
      counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
    const large = [...counts].filter(([, count]) => count > MAX_FILES);
    assert.deepStrictEqual(large, [], relative(projectRoot, 'src'));
  });
});
