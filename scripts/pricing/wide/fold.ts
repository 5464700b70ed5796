import type { PeriodRow } from '../../../src/core/pricing/table/periodSchema';
import type { ModelRow } from '../../../src/core/pricing/table/schema';
import { sameRates } from './compareRates';
import { REGION, REGIONS } from './regions';
import { inModelOrder } from './rowOrder';

/** A dated id. Four digits are not taken for a date, as they can be a version. */
export const DATE = /[-@](20\d{2}-?\d{2}-?\d{2})(?=$|-v\d)/;

/**
 * Makes dated, regional and former ids aliases of a plainer or newer id where price and context window are the same. An
 * id that bills otherwise stays a row, and so does one of the hand-kept file.
 */
export function foldVariants(
  models: readonly ModelRow[],
  isHandKept: (model: ModelRow) => boolean,
): readonly ModelRow[] {
  const kept: ModelRow[] = [];
  const folded = new Map<ModelRow, ModelRow[]>();
  for (const model of models.toSorted((a, b) => plainness(a) - plainness(b))) {
    const base = isHandKept(model)
      ? undefined
      : kept.find((other) => isOtherName(model, other) && bills(other, model));
    if (!base) kept.push(model);
    else folded.set(base, [...(folded.get(base) ?? []), model]);
  }
  return models
    .filter((model) => kept.includes(model))
    .map((model) => withVariants(model, folded.get(model) ?? []));
}

/** A model is listed if one of its ids is. */
function withVariants(model: ModelRow, variants: readonly ModelRow[]): ModelRow {
  const isListed = variants.some(({ unlistedIn }) => unlistedIn === undefined);
  const ids = variants.flatMap(({ id, aliases = [] }) => [id, ...aliases]);
  return withAliases(isListed ? inModelOrder({ ...model, unlistedIn: undefined }) : model, ids);
}

function plainness({ id }: ModelRow): number {
  const region = REGIONS.indexOf(REGION.exec(id)?.[1] ?? '') + 1;
  return region * 2 + Number(DATE.test(id));
}

function isOtherName(model: ModelRow, base: ModelRow): boolean {
  return isVariant(model.id, base.id) || isRenamed(model, base);
}

/** Whether the newest list has a model under the name of another maker alone: `xai/grok-4.5` became `spacexai/grok-4.5`. */
function isRenamed(model: ModelRow, base: ModelRow): boolean {
  const isMoved = model.unlistedIn !== undefined && base.unlistedIn === undefined;
  return isMoved && model.id.includes('/') && nameIn(model.id) === nameIn(base.id);
}

function nameIn(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
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
    (sameTiers(first.tiers, second.tiers) || sameReachable(a, b) || lacksTiers(b)) &&
    (sameContext(a, b) || sameContext(b, a))
  );
}

function sameReachable(a: ModelRow, b: ModelRow): boolean {
  return a.contextWindowTokens === b.contextWindowTokens && sameTiers(reachable(a), reachable(b));
}

/** The rates of prompts that the context window holds: others are those of a former, larger one. */
function reachable({ contextWindowTokens = Infinity, periods }: ModelRow): PeriodRow['tiers'] {
  return periods
    .at(-1)
    ?.tiers?.filter(({ fromPromptTokens }) => fromPromptTokens <= contextWindowTokens);
}

/** Older lists lack many long prompts. */
function lacksTiers({ unlistedIn, periods }: ModelRow): boolean {
  return unlistedIn !== undefined && periods.at(-1)?.tiers === undefined;
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
  return inModelOrder({ ...model, aliases: [...(model.aliases ?? []), ...more] });
}
