import type { Sliced } from '../../scheduling/sliced';
import { FACTOR_NAMES, type FactorsRow } from './factorSchema';
import type { PeriodRow } from './periodSchema';
import { cardProblems } from './rateChecks';
import type { WindowRow } from './rateSchema';
import type { ModelRow, PriceTableFile, ProviderRow, Tokenizer } from './schema';
import type { Problem } from './problem';
import { tokenizerProblems, type KnownTokenizers } from './tokenizerProblems';

interface Known {
  readonly file: PriceTableFile;
  readonly tokenizers: KnownTokenizers;
}

/** Checks that the schema cannot express, in slices: names exist, periods are adjacent, rates are in order. */
export function* findTableProblems(
  file: PriceTableFile,
  tokenizers: KnownTokenizers,
): Sliced<readonly Problem[]> {
  const known = { file, tokenizers };
  const problems = [...sharedProblems(known)];
  for (const [index, provider] of file.providers.entries()) {
    const path = `providers.${index}`;
    const modelIds = new Set(provider.models.map(({ id }) => id));
    problems.push(
      ...nameProblems(provider, path),
      ...aliasProblems(provider, modelIds, path, known),
    );
    yield;
    for (const [place, model] of provider.models.entries()) {
      problems.push(...modelProblems(model, modelIds, `${path}.models.${place}`, known));
      yield;
    }
  }
  return problems;
}

/** Of the entries that rows share. */
function sharedProblems(known: Known): readonly Problem[] {
  const { file } = known;
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

/** No name of a provider means two things. */
function nameProblems(provider: ProviderRow, path: string): readonly Problem[] {
  const { models, movingAliases = [], notPricedByTokens = [] } = provider;
  return repeated([
    ...models.flatMap((model, index) =>
      [model.id, ...(model.aliases ?? [])].map((id) => ({ id, path: `${path}.models.${index}` })),
    ),
    ...movingAliases.map(({ id }, index) => ({ id, path: `${path}.movingAliases.${index}` })),
    ...notPricedByTokens.map(({ id }, index) => ({
      id,
      path: `${path}.notPricedByTokens.${index}`,
    })),
  ]);
}

function aliasProblems(
  { movingAliases = [] }: ProviderRow,
  modelIds: ReadonlySet<string>,
  path: string,
  known: Known,
): readonly Problem[] {
  return movingAliases.flatMap(({ source, meanings }, index) => {
    const at = `${path}.movingAliases.${index}`;
    return [
      ...(source === undefined ? [] : sourceProblems(source, `${at}.source`, known)),
      ...meanings.flatMap((meaning, place) => {
        const meaningAt = `${at}.meanings.${place}`;
        return [
          ...boundProblems(meaning, meanings[place - 1], meaningAt),
          ...meaning.models.flatMap((id) => notOfProvider(id, modelIds, `${meaningAt}.models`)),
        ];
      }),
    ];
  });
}

function notOfProvider(
  id: string,
  modelIds: ReadonlySet<string>,
  path: string,
): readonly Problem[] {
  return modelIds.has(id) ? [] : [{ path, code: 'notOfProvider', value: id }];
}

function modelProblems(
  model: ModelRow,
  modelIds: ReadonlySet<string>,
  path: string,
  known: Known,
): readonly Problem[] {
  return [
    ...tokenizerRowProblems(model.tokenizer, `${path}.tokenizer`, known),
    ...(['unlistedIn', 'endSource'] as const).flatMap((field) => {
      const source = model[field];
      return source === undefined ? [] : sourceProblems(source, `${path}.${field}`, known);
    }),
    ...factorProblems(model.factors, `${path}.factors`, known),
    ...model.periods.flatMap((period, index) => {
      const at = `${path}.periods.${index}`;
      return [
        ...periodProblems(period, model.periods[index - 1], at, known),
        ...redirectProblems(period, modelIds, `${at}.servedBy`, known),
      ];
    }),
  ];
}

function redirectProblems(
  { servedBy }: PeriodRow,
  modelIds: ReadonlySet<string>,
  path: string,
  known: Known,
): readonly Problem[] {
  if (!servedBy) return [];
  return [
    ...sourceProblems(servedBy.source, `${path}.source`, known),
    ...notOfProvider(servedBy.model, modelIds, `${path}.model`),
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
