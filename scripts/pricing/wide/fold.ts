import type { PeriodRow } from '../../../src/core/pricing/table/periodSchema';
import type { ModelRow } from '../../../src/core/pricing/table/schema';
import { sameRates } from './compareRates';
import { REGION, REGIONS } from './regions';

/** A dated id. Four digits are not taken for a date, as they can be a version. */
export const DATE = /[-@](20\d{2}-?\d{2}-?\d{2})(?=$|-v\d)/;

/**
 * Makes dated and regional ids aliases of a plainer id where price and context window are the same. An id that bills
 * otherwise stays a row, and so does one of the hand-kept file.
 */
export function foldVariants(
  models: readonly ModelRow[],
  isHandKept: (model: ModelRow) => boolean,
): readonly ModelRow[] {
  const kept: ModelRow[] = [];
  const aliases = new Map<ModelRow, string[]>();
  for (const model of models.toSorted((a, b) => plainness(a) - plainness(b))) {
    const base = isHandKept(model)
      ? undefined
      : kept.find((other) => isVariant(model.id, other.id) && bills(other, model));
    if (!base) kept.push(model);
    else aliases.set(base, [...(aliases.get(base) ?? []), model.id, ...(model.aliases ?? [])]);
  }
  return models
    .filter((model) => kept.includes(model))
    .map((model) => withAliases(model, aliases.get(model) ?? []));
}

function plainness({ id }: ModelRow): number {
  const region = REGIONS.indexOf(REGION.exec(id)?.[1] ?? '') + 1;
  return region * 2 + Number(DATE.test(id));
}

function isVariant(id: string, base: string): boolean {
  const [plain, plainBase] = [id.replace(REGION, ''), base.replace(REGION, '')];
  return plain === plainBase || plain.replace(DATE, '') === plainBase;
}

/**
 * Whether two ids of a provider have the same last price and the same context window, where both are known. Sources
 * mistake the longest answer for other limits too often to tell models apart.
 */
function bills(a: ModelRow, b: ModelRow): boolean {
  const [first, second] = [a.periods.at(-1), b.periods.at(-1)];
  if (!first || !second || a.kind !== b.kind || first.to !== second.to) return false;
  return (
    sameRates(first.usdPerMillionTokens, second.usdPerMillionTokens) &&
    sameTiers(first.tiers, second.tiers) &&
    (sameContext(a, b) || sameContext(b, a))
  );
}

/** A source that lacks a rate for cached input does not differ in it. */
function sameTiers(a: PeriodRow['tiers'] = [], b: PeriodRow['tiers'] = []): boolean {
  return (
    a.length === b.length &&
    a.every((tier, index) => {
      const other = b[index];
      return (
        other?.fromPromptTokens === tier.fromPromptTokens &&
        sameRates(tier.usdPerMillionTokens, other.usdPerMillionTokens)
      );
    })
  );
}

/** Some sources state the longest prompt: 272,000 of GPT-5's 400,000, of which an answer may take 128,000. */
function sameContext(
  { contextWindowTokens: a, maxOutputTokens = 0 }: ModelRow,
  { contextWindowTokens: b }: ModelRow,
): boolean {
  return a === undefined || b === undefined || a === b || a - maxOutputTokens === b;
}

/** The row with more aliases, in the order of the format's fields. */
export function withAliases(model: ModelRow, more: readonly string[]): ModelRow {
  if (more.length === 0) return model;
  const { id, name, kind, hosted, weights, aliases = [], ...row } = model;
  return {
    id,
    name,
    ...(kind !== undefined && { kind }),
    ...(hosted !== undefined && { hosted }),
    ...(weights !== undefined && { weights }),
    aliases: [...aliases, ...more],
    ...row,
  };
}
