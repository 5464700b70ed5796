// Random values for the fuzz tests: hostile texts, JSON, and valid values with some parts replaced.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { visibleText } from '../../src/core/figures/visibleText';
import { HOSTILE_NAMES } from './reports';

/** Of each property; `npm run test:fuzz` sets more. */
const RUNS = Number(process.env['API_SPEND_FUZZ_RUNS'] ?? 1000);

/** Fails with the seed, with which fast-check repeats the run. @param share of the runs, where each takes long. */
export function holds<Value>(
  values: fc.Arbitrary<Value>,
  check: (value: Value) => void,
  share = 1,
): void {
  fc.assert(fc.property(values, check), { numRuns: Math.ceil(RUNS * share) });
}

/** As `holds`. */
export async function holdsAsync<Value>(
  values: fc.Arbitrary<Value>,
  check: (value: Value) => Promise<void>,
): Promise<void> {
  await fc.assert(fc.asyncProperty(values, check), { numRuns: RUNS });
}

export const hostileText = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom(...Array.from('[](){}<>!|`*_~#$&\\"\'=+-@:/.% \t\n\r\u001b\u202e\u2066')),
    maxLength: 30,
  }),
  fc.constantFrom(
    ...HOSTILE_NAMES,
    '',
    ' ',
    '.',
    '..',
    '../../etc/passwd',
    '__proto__',
    'constructor',
    'toString',
    '\u001b]0;title\u0007\u001b[2J',
    '\u009b31m',
    '[a](command:workbench.action.quit)',
    '$(flame) ~~a~~ www.example.com https://example.com a@example.com',
    '\ud800',
    '\u0000',
    '+1+cmd()',
    '-2',
    '\t=1',
    '"',
    "'; drop",
    '%00',
    'CON',
    'a'.repeat(5000),
    '\u0301'.repeat(50),
  ),
);

const hostileNumber = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.constantFrom(
    0,
    -0,
    -1,
    0.5,
    0.1 + 0.2,
    1e-10,
    5e-324,
    1e21,
    1e308,
    2 ** 31,
    2 ** 53,
    2 ** 53 + 2,
    10_001,
  ),
);

/** Any JSON, with names and texts that are hostile. */
export const hostileJson: fc.Arbitrary<unknown> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.oneof(hostileText, hostileNumber, fc.constantFrom(null, true, false)),
  },
  { weight: 1, arbitrary: fc.constantFrom([], {}, [[]], [{}], nested(200)) },
  { weight: 1, arbitrary: fc.array(fc.oneof(hostileText, hostileNumber), { maxLength: 4 }) },
  {
    weight: 1,
    arbitrary: fc.dictionary(hostileText, fc.oneof(hostileText, hostileNumber), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
  },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

type Change = readonly [place: number, action: number, value: unknown, key: string];

/** A valid JSON value with up to four of its parts replaced, removed, added or renamed. */
export function mutated(...valid: readonly unknown[]): fc.Arbitrary<unknown> {
  const changes = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 9 }), hostileJson, hostileText), {
    maxLength: 4,
  });
  return fc.tuple(fc.constantFrom(...valid), changes).map(([value, all]) => {
    const holder: Record<string, unknown> = { root: structuredClone(value) };
    for (const change of all) apply(holder, change);
    // As it is read from a file.
    return JSON.parse(JSON.stringify(holder['root'] ?? null)) as unknown;
  });
}

/** Valid JSON values with one of their parts replaced. */
export function replacedOnce(value: unknown, ...valid: readonly unknown[]): fc.Arbitrary<unknown> {
  return fc.tuple(fc.constantFrom(...valid), fc.nat()).map(([each, place]) => {
    const holder: Record<string, unknown> = { root: structuredClone(each) };
    apply(holder, [place, 0, value, '']);
    return holder['root'];
  });
}

type Holder = Record<string, unknown> | unknown[];

function apply(root: Holder, [place, action, given, key]: Change): void {
  const places = [...placesIn(root)];
  const [holder, at] = places[place % places.length] ?? [root, 'root'];
  const inside = holder[at as never] as unknown;
  // A value that is used twice is changed once.
  const value = structuredClone(given);
  if (action < 5) define(holder, at, value);
  else if (action < 7 && holder !== root) {
    if (Array.isArray(holder)) holder.splice(Number(at), 1);
    else delete holder[at];
  } else if (Array.isArray(inside)) inside.push(action === 7 ? value : inside[0]);
  else if (typeof inside === 'object' && inside !== null) define(inside as Holder, key, value);
}

/** `__proto__` is a key as any other, as in JSON. */
function define(holder: Holder, key: string, value: unknown): void {
  Object.defineProperty(holder, key, {
    value,
    configurable: true,
    enumerable: true,
    writable: true,
  });
}

function* placesIn(holder: Holder): Generator<readonly [Holder, string]> {
  for (const [key, value] of Object.entries(holder)) {
    yield [holder, key];
    if (typeof value === 'object' && value !== null) yield* placesIn(value as Holder);
  }
}

/** A text, which is mostly JSON, sometimes with an error of syntax in it. */
export function jsonText(values: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  return fc
    .tuple(values, fc.nat(), hostileText, fc.nat({ max: 9 }), fc.constantFrom(undefined, 2))
    .map(([value, place, inserted, action, indent]) => {
      const text = JSON.stringify(value, undefined, indent);
      const at = place % (text.length + 1);
      if (action < 7) return text;
      if (action === 7) return text.slice(0, at) + inserted + text.slice(at);
      return action === 8 ? text.slice(0, at) : inserted;
    });
}

const LONGEST_SENTENCE = 2000;

/** A sentence for people, of which every character is visible and in its place. */
export function assertShown(sentence: string): void {
  assert.equal(typeof sentence, 'string');
  assert.notEqual(sentence.trim(), '');
  assert.equal(sentence, visibleText(sentence));
  assert.ok(sentence.length <= LONGEST_SENTENCE, `${sentence.length} characters`);
  assert.doesNotMatch(sentence, /\[object |\bundefined\b/);
}
