import * as v from 'valibot';
import type { Model } from '../core/pricing/table/priceTable';
import type { Sliced } from '../core/scheduling/sliced';

/**
 * Models as JSON for the page, in slices. Big integers and infinities, which JSON lacks, are `{ "$bigint": "12" }` and
 * `{ "$number": "-Infinity" }`.
 */
export function* modelsToJson(models: readonly Model[]): Sliced<string> {
  const texts: string[] = [];
  for (const model of models) {
    texts.push(JSON.stringify(model, replace));
    yield;
  }
  return `[${texts.join(',')}]`;
}

function replace(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return { $bigint: value.toString() };
  if (value === Infinity || value === -Infinity) return { $number: String(value) };
  return value;
}

const source = v.looseObject({
  name: v.string(),
  url: v.string(),
  checked: v.string(),
  origin: v.string(),
});

const period = v.looseObject({
  fromMs: v.number(),
  toMs: v.number(),
  source,
  alsoIn: v.array(source),
  disagreeing: v.array(v.looseObject({ source, rates: v.object({}) })),
  factors: v.object({}),
});

const modelSchema = v.looseObject({
  id: v.string(),
  provider: v.string(),
  model: v.string(),
  providerName: v.string(),
  name: v.string(),
  periods: v.pipe(v.array(period), v.nonEmpty()),
});

/** @throws {SyntaxError | v.ValiError} if `modelsToJson` did not write the text. */
export function modelsFromJson(text: string): readonly Model[] {
  const json: unknown = revive(JSON.parse(text));
  v.assert(v.array(modelSchema), json);
  return json as unknown as readonly Model[];
}

/** Changes objects in place: a reviver of `JSON.parse` takes three times as long. */
function revive(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('$bigint' in value) return BigInt(String(value.$bigint));
  if ('$number' in value) return Number(value.$number);
  const parent = value as Record<string, unknown>;
  for (const key of Object.keys(parent)) {
    const child = parent[key];
    if (typeof child === 'object') parent[key] = revive(child);
  }
  return value;
}
