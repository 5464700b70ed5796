import * as v from 'valibot';
import type { Model, PriceTable } from '../table/priceTable';
import { rateProblems } from '../table/rateChecks';
import type { Tokenizer } from '../table/schema';
import { idSchema } from '../table/values';
import { code, schemaProblem, type Problem } from '../table/problem';
import { tokenizerProblems, type KnownTokenizers } from '../table/tokenizerProblems';
import { isRecord } from '../../json';
import { isUsers, ownRatesSchema, ownSource, type OwnOrigin } from './rates';

export interface OverriddenTable {
  readonly table: PriceTable;
  /** Entries that were rejected; the others apply. */
  readonly problems: readonly Problem[];
}

const tokens = v.pipe(
  v.number(code('notNumber')),
  v.integer(code('notWhole')),
  v.minValue(1, code('belowOne')),
);

export const customModelSchema = v.strictObject({
  id: v.pipe(idSchema, v.regex(/^[^/]+\/./, code('notModelId'))),
  name: v.optional(v.pipe(v.string(), v.trim(), v.nonEmpty(code('empty')), v.maxLength(100))),
  /** The encoding that its tokens are counted in. */
  encoding: v.string(code('notEncodingName')),
  /** The calibration, if the tokenizer is not public; `encoding` is then its base encoding. */
  calibration: v.optional(v.string()),
  rates: ownRatesSchema,
  contextWindowTokens: v.optional(tokens),
  maxOutputTokens: v.optional(tokens),
  cacheMinimumTokens: v.optional(tokens),
});

type CustomModel = v.InferOutput<typeof customModelSchema>;

/**
 * Appends own models to the table. An invalid model is rejected; the others apply. A model of the team whose id is one
 * of the user's models is left out.
 */
export function addCustomModels(
  table: PriceTable,
  customModels: unknown,
  known: KnownTokenizers,
  origin: OwnOrigin,
): OverriddenTable {
  const entries = entriesOf(customModels);
  if (entries === undefined) {
    return { table, problems: [{ path: 'customModels', code: 'notModels' }] };
  }
  if (entries.length === 0) return { table, problems: [] };
  const models: Model[] = [...table.models];
  const problems = entries.flatMap(([key, value]): readonly Problem[] => {
    if (isRecord(value) && hasUsers(table, value['id'])) return [];
    const result = parseModel(value, { ...table, models }, known, origin);
    if (!('id' in result)) {
      return result.map((problem) => ({
        ...problem,
        path: ['customModels', key, problem.path].filter((part) => part !== '').join('.'),
      }));
    }
    models.push(result);
    return [];
  });
  return { table: { ...table, models }, problems };
}

function hasUsers({ models }: PriceTable, wanted: unknown): boolean {
  return models.some((model) => model.id === wanted && isUsers(model));
}

function entriesOf(customModels: unknown): readonly [string, unknown][] | undefined {
  if (customModels === undefined) return [];
  if (Array.isArray(customModels)) {
    return customModels.map((model: unknown, index) => [String(index), model]);
  }
  if (typeof customModels !== 'object' || customModels === null) return undefined;
  return Object.entries(customModels).map(([id, model]: [string, unknown]) => [
    id,
    typeof model === 'object' ? { id, ...model } : model,
  ]);
}

function parseModel(
  value: unknown,
  table: PriceTable,
  known: KnownTokenizers,
  origin: OwnOrigin,
): Model | readonly Problem[] {
  const parsed = v.safeParse(customModelSchema, value, { abortPipeEarly: true });
  if (!parsed.success) return parsed.issues.map((issue) => schemaProblem(issue, customModelSchema));
  const problems = [
    ...nameProblems(parsed.output, table),
    ...tokenizerProblems(parsed.output, '', known),
    ...rateProblems(parsed.output.rates, 'rates'),
  ];
  return problems.length > 0 ? problems : buildModel(parsed.output, origin);
}

function nameProblems({ id }: CustomModel, table: PriceTable): readonly Problem[] {
  if (!table.models.some((model) => model.id === id)) return [];
  return [{ path: 'id', code: 'existingModel', value: id }];
}

function buildModel(custom: CustomModel, origin: OwnOrigin): Model {
  const [provider = ''] = custom.id.split('/');
  const model = custom.id.slice(provider.length + 1);
  return {
    id: custom.id,
    provider,
    model,
    providerName: provider,
    providerKind: 'vendor',
    name: custom.name ?? model,
    kind: 'text',
    weights: undefined,
    aliases: [],
    contextWindowTokens: custom.contextWindowTokens,
    maxOutputTokens: custom.maxOutputTokens,
    cacheMinimumTokens: custom.cacheMinimumTokens,
    cacheWritesAtInputRate: false,
    cacheStorage: undefined,
    cachedTokens: undefined,
    unlistedIn: undefined,
    endSource: undefined,
    tokenizer: tokenizerOf(custom),
    periods: [
      {
        fromMs: -Infinity,
        toMs: Infinity,
        source: ownSource(origin),
        alsoIn: [],
        disagreeing: [],
        servedBy: undefined,
        usdPerThousandRequests: undefined,
        unknownFees: [],
        rates: custom.rates,
        tiers: [],
        windows: [],
        factors: {},
      },
    ],
  };
}

function tokenizerOf({ encoding, calibration }: CustomModel): Tokenizer {
  // The user's choice has no source.
  const evidence = '';
  return calibration === undefined
    ? { encoding, accuracy: 'near-exact', evidence }
    : { encoding, accuracy: 'estimated', calibration, evidence };
}
