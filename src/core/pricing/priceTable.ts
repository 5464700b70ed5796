import * as v from 'valibot';
import {
  priceTableSchema,
  type PeriodRow,
  type PriceTableFile,
  type Rates,
  type Tokenizer,
} from './priceTableSchema';
import { findTableProblems } from './priceTableChecks';
import type { Problem } from './problem';

export interface Source {
  readonly url: string;
  /** Day on which the source was read, YYYY-MM-DD. */
  readonly checked: string;
}

/** Rates in force from one instant to another. */
export interface Period {
  /** Milliseconds since 1970, inclusive; -Infinity when it has held since the model has been sold. */
  readonly fromMs: number;
  /** Milliseconds since 1970, exclusive; Infinity when it holds until further notice. */
  readonly toMs: number;
  readonly source: Source;
  readonly rates: Rates;
  readonly tiers: readonly Tier[];
}

/** Rates for prompts of at least `fromPromptTokens` tokens, ascending within a period. */
export interface Tier {
  readonly fromPromptTokens: number;
  readonly rates: Rates;
}

/** One model of one provider: resellers price the same weights differently. */
export interface Model {
  /** `provider/model`, unique in the table. */
  readonly id: string;
  readonly provider: string;
  readonly model: string;
  readonly providerName: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly contextWindowTokens: number | undefined;
  readonly tokenizer: Tokenizer;
  /** Ascending in time, without gap or overlap. */
  readonly periods: readonly [Period, ...Period[]];
}

export interface PriceTable {
  readonly models: readonly Model[];
}

export type PriceTableResult =
  | { readonly ok: true; readonly table: PriceTable }
  | { readonly ok: false; readonly problems: readonly [Problem, ...Problem[]] };

/**
 * Checks unknown JSON and turns it into a price table. A table with any problem is refused whole, and
 * each problem names the path and what is wrong with it.
 *
 * @param knownEncodings names of the encodings that can be counted.
 */
export function parsePriceTable(
  json: unknown,
  knownEncodings: readonly string[],
): PriceTableResult {
  const parsed = v.safeParse(priceTableSchema, json);
  const problems = parsed.success
    ? findTableProblems(parsed.output, knownEncodings)
    : parsed.issues.map(schemaProblem);
  const [first, ...rest] = problems;
  if (first) return { ok: false, problems: [first, ...rest] };
  return { ok: true, table: buildTable(parsed.output as PriceTableFile) };
}

function schemaProblem(issue: v.BaseIssue<unknown>): Problem {
  return { path: v.getDotPath(issue) ?? '', problem: `${issue.message}: ${issue.received}` };
}

function buildTable(file: PriceTableFile): PriceTable {
  const models = file.providers.flatMap((provider) =>
    provider.models.map((row): Model => {
      const [first, ...rest] = row.periods.map((period) => buildPeriod(period, file));
      if (!first) throw new Error(`no period: ${provider.id}/${row.id}`);
      return {
        id: `${provider.id}/${row.id}`,
        provider: provider.id,
        model: row.id,
        providerName: provider.name,
        name: row.name,
        aliases: row.aliases ?? [],
        contextWindowTokens: row.contextWindowTokens,
        tokenizer: row.tokenizer,
        periods: [first, ...rest],
      };
    }),
  );
  return { models };
}

function buildPeriod(row: PeriodRow, file: PriceTableFile): Period {
  const source = file.sources[row.source];
  if (!source) throw new Error(`no source: ${row.source}`);
  return {
    fromMs: row.from === null ? -Infinity : Date.parse(row.from),
    toMs: row.to === null ? Infinity : Date.parse(row.to),
    source: { url: source.url, checked: source.checked },
    rates: row.usdPerMillionTokens,
    tiers: (row.tiers ?? []).map((tier) => ({
      fromPromptTokens: tier.fromPromptTokens,
      rates: tier.usdPerMillionTokens,
    })),
  };
}
