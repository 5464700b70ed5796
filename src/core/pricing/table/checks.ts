import { FACTOR_NAMES, type FactorsRow } from './factorSchema';
import type { PeriodRow } from './periodSchema';
import type { Rates, RateName, TierRow, WindowRow } from './rateSchema';
import type { ModelRow, PriceTableFile, ProviderRow, Tokenizer } from './schema';
import type { Problem } from './problem';
import { tokenizerProblems, type KnownTokenizers } from './tokenizerProblems';

interface Known {
  readonly file: PriceTableFile;
  readonly tokenizers: KnownTokenizers;
}

/** Checks that the schema cannot express: names exist, periods are adjacent, rates are in order. */
export function findTableProblems(
  file: PriceTableFile,
  tokenizers: KnownTokenizers,
): readonly Problem[] {
  const known = { file, tokenizers };
  return [
    ...repeated(
      file.providers.map((provider, index) => ({ id: provider.id, path: `providers.${index}.id` })),
    ),
    ...Object.entries(file.tokenizers ?? {}).flatMap(([name, row]) =>
      tokenizerRowProblems(row, `tokenizers.${name}`, known),
    ),
    ...Object.entries(file.factorSets ?? {}).flatMap(([name, row]) =>
      factorProblems(row, `factorSets.${name}`, known),
    ),
    ...Object.entries(file.holidays ?? {}).flatMap(([name, { source }]) =>
      sourceProblems(source, `holidays.${name}.source`, known),
    ),
    ...file.providers.flatMap((provider, index) =>
      providerProblems(provider, `providers.${index}`, known),
    ),
  ];
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Rejects a future day, which would never be stale and win over every later table. Allows one day for time zones. */
export function futureProblems(
  { sources }: PriceTableFile,
  nowMs: number | undefined,
): readonly Problem[] {
  if (nowMs === undefined) return [];
  return Object.entries(sources).flatMap(([id, { checked, published }]) =>
    Object.entries({ checked, published }).flatMap(([field, day]) => {
      if (day === undefined || Date.parse(day) <= nowMs + DAY_MS) return [];
      return [{ path: `sources.${id}.${field}`, code: 'inFuture' as const, value: day }];
    }),
  );
}

function repeated(entries: readonly { id: string; path: string }[]): readonly Problem[] {
  const seen = new Set<string>();
  return entries.flatMap(({ id, path }) => {
    const problems = seen.has(id) ? [{ path, code: 'usedTwice' as const, value: id }] : [];
    seen.add(id);
    return problems;
  });
}

function providerProblems(provider: ProviderRow, path: string, known: Known): readonly Problem[] {
  const movingAliases = provider.movingAliases ?? [];
  const modelIds = new Set(provider.models.map((model) => model.id));
  return [
    ...repeated([
      ...provider.models.flatMap((model, index) =>
        [model.id, ...(model.aliases ?? [])].map((id) => ({ id, path: `${path}.models.${index}` })),
      ),
      ...movingAliases.map(({ id }, index) => ({ id, path: `${path}.movingAliases.${index}` })),
      ...(provider.notPricedByTokens ?? []).map(({ id }, index) => ({
        id,
        path: `${path}.notPricedByTokens.${index}`,
      })),
    ]),
    ...movingAliases.flatMap(({ source }, index) =>
      source === undefined
        ? []
        : sourceProblems(source, `${path}.movingAliases.${index}.source`, known),
    ),
    ...movingAliases.flatMap(({ meanings }, index) =>
      meanings.flatMap((meaning, place) => {
        const at = `${path}.movingAliases.${index}.meanings.${place}`;
        const unknown = meaning.models.flatMap((id) => notOfProvider(id, `${at}.models`));
        return boundProblems(meaning, meanings[place - 1], at).concat(unknown);
      }),
    ),
    ...provider.models.flatMap((model, index) =>
      modelProblems(model, `${path}.models.${index}`, known),
    ),
    ...provider.models.flatMap((model, index) =>
      model.periods.flatMap(({ servedBy }, place) => {
        if (!servedBy) return [];
        const at = `${path}.models.${index}.periods.${place}.servedBy`;
        return [
          ...sourceProblems(servedBy.source, `${at}.source`, known),
          ...notOfProvider(servedBy.model, `${at}.model`),
        ];
      }),
    ),
  ];

  function notOfProvider(id: string, at: string): readonly Problem[] {
    return modelIds.has(id) ? [] : [{ path: at, code: 'notOfProvider', value: id }];
  }
}

function modelProblems(model: ModelRow, path: string, known: Known): readonly Problem[] {
  return [
    ...tokenizerRowProblems(model.tokenizer, `${path}.tokenizer`, known),
    ...(['unlistedIn', 'endSource'] as const).flatMap((field) => {
      const source = model[field];
      return source === undefined ? [] : sourceProblems(source, `${path}.${field}`, known);
    }),
    ...factorProblems(model.factors, `${path}.factors`, known),
    ...model.periods.flatMap((period, index) =>
      periodProblems(period, model.periods[index - 1], `${path}.periods.${index}`, known),
    ),
  ];
}

/** Of a name, that it stands in the file: the entry itself is checked once, there. */
function tokenizerRowProblems(
  row: string | Tokenizer,
  path: string,
  { file, tokenizers }: Known,
): readonly Problem[] {
  if (typeof row === 'string') return unknownName(row, file.tokenizers, path, 'unknownTokenizer');
  return [...accuracyProblems(row, path), ...tokenizerProblems(row, path, tokenizers)];
}

function unknownName(
  name: string,
  entries: object | undefined,
  path: string,
  code: 'unknownTokenizer' | 'unknownFactors' | 'unknownHolidays' | 'unknownSource',
): Problem[] {
  return entries && Object.hasOwn(entries, name) ? [] : [{ path, code, value: name }];
}

function accuracyProblems({ accuracy, calibration }: Tokenizer, path: string): Problem[] {
  if ((accuracy === 'estimated') === (calibration !== undefined)) return [];
  const code = accuracy === 'estimated' ? 'noCalibration' : 'uselessCalibration';
  return [{ path: `${path}.calibration`, code }];
}

function sourceProblems(source: string, path: string, { file }: Known): Problem[] {
  return unknownName(source, file.sources, path, 'unknownSource');
}

function factorProblems(
  factors: string | FactorsRow | undefined,
  path: string,
  known: Known,
): readonly Problem[] {
  if (typeof factors === 'string') {
    return unknownName(factors, known.file.factorSets, path, 'unknownFactors');
  }
  return FACTOR_NAMES.flatMap((name) => {
    const factor = factors?.[name];
    if (!factor) return [];
    const problems = sourceProblems(factor.source, `${path}.${name}.source`, known);
    if (name === 'batch' && factor.numerator > factor.denominator) {
      const value = `${factor.numerator}/${factor.denominator}`;
      problems.push({ path: `${path}.${name}`, code: 'aboveOne', value });
    }
    return problems;
  });
}

function periodProblems(
  period: PeriodRow,
  previous: PeriodRow | undefined,
  path: string,
  known: Known,
): readonly Problem[] {
  const sources = [
    { id: period.source, path: `${path}.source` },
    ...(period.alsoIn ?? []).map((id) => ({ id, path: `${path}.alsoIn` })),
    ...(period.disagreeing ?? []).map(({ source: id }) => ({ id, path: `${path}.disagreeing` })),
  ];
  return [
    ...sources.flatMap((source) => sourceProblems(source.id, source.path, known)),
    ...repeated(sources),
    ...boundProblems(period, previous, path),
    ...factorProblems(period.factors, `${path}.factors`, known),
    ...cardProblems(period, path),
    ...(period.windows ?? []).flatMap((window, index) =>
      windowProblems(window, `${path}.windows.${index}`, known),
    ),
  ];
}

function windowProblems(window: WindowRow, path: string, { file }: Known): readonly Problem[] {
  const { exceptHolidays } = window;
  const unknown =
    exceptHolidays === undefined
      ? []
      : unknownName(exceptHolidays, file.holidays, `${path}.exceptHolidays`, 'unknownHolidays');
  return [...unknown, ...cardProblems(window, path)];
}

type Bounds = Pick<PeriodRow, 'from' | 'to'>;

function boundProblems(period: Bounds, previous: Bounds | undefined, path: string): Problem[] {
  const problems: Problem[] = [];
  const { from, to } = period;
  if (from !== null && to !== null && Date.parse(from) >= Date.parse(to)) {
    problems.push({ path: `${path}.to`, code: 'notAfterStart', value: to });
  }
  if (previous && (from === null || previous.to !== from)) {
    problems.push({
      path: `${path}.from`,
      code: 'notAdjacent',
      names: [String(previous.to)],
      value: String(from),
    });
  }
  return problems;
}

interface CardRow {
  readonly usdPerMillionTokens: Rates;
  readonly tiers?: TierRow[] | undefined;
}

function cardProblems(card: CardRow, path: string): readonly Problem[] {
  const problems = rateProblems(card.usdPerMillionTokens, `${path}.usdPerMillionTokens`);
  let last = 1;
  for (const [index, tier] of (card.tiers ?? []).entries()) {
    const tierPath = `${path}.tiers.${index}`;
    if (tier.fromPromptTokens <= last) {
      problems.push({
        path: `${tierPath}.fromPromptTokens`,
        code: 'tierNotAbove',
        value: String(tier.fromPromptTokens),
      });
    }
    last = tier.fromPromptTokens;
    problems.push(...rateProblems(tier.usdPerMillionTokens, `${tierPath}.usdPerMillionTokens`));
  }
  return problems;
}

/** Cached input costs at most as much as input; a short cache write at most as much as a long one. */
export function rateProblems(rates: Rates, path: string): Problem[] {
  return [
    ...orderProblem(rates, 'cachedInput', 'input', path),
    ...orderProblem(rates, 'cacheWrite', 'cacheWriteLong', path),
  ];
}

function orderProblem(rates: Rates, lower: RateName, upper: RateName, path: string): Problem[] {
  const [low, high] = [rates[lower], rates[upper]];
  if (low === undefined || high === undefined || low <= high) return [];
  const names = [upper, String(high)];
  const place = path === '' ? lower : `${path}.${lower}`;
  return [{ path: place, code: 'rateAbove', names, value: String(low) }];
}
