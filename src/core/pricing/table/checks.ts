import {
  FACTOR_NAMES,
  type FactorsRow,
  type ModelRow,
  type PeriodRow,
  type PriceTableFile,
  type ProviderRow,
  type Rates,
  type RateName,
  type TierRow,
} from './schema';
import type { Problem } from './problem';

interface Known {
  readonly file: PriceTableFile;
  readonly encodings: readonly string[];
  readonly calibrations: readonly string[] | undefined;
}

/** What a schema cannot say: names that must exist, periods that must touch, rates that must make sense. */
export function findTableProblems(
  file: PriceTableFile,
  encodings: readonly string[],
  calibrations?: readonly string[],
): readonly Problem[] {
  const known = { file, encodings, calibrations };
  return [
    ...repeated(
      file.providers.map((provider, index) => ({ id: provider.id, path: `providers.${index}.id` })),
    ),
    ...file.providers.flatMap((provider, index) =>
      providerProblems(provider, `providers.${index}`, known),
    ),
  ];
}

function repeated(entries: readonly { id: string; path: string }[]): readonly Problem[] {
  const seen = new Set<string>();
  return entries.flatMap(({ id, path }) => {
    const problems = seen.has(id) ? [{ path, problem: `is used twice: ${id}` }] : [];
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
    ]),
    ...movingAliases.flatMap(({ models }, index) =>
      models
        .filter((id) => !modelIds.has(id))
        .map((id) => ({
          path: `${path}.movingAliases.${index}.models`,
          problem: `is not a model of the provider: ${id}`,
        })),
    ),
    ...provider.models.flatMap((model, index) =>
      modelProblems(model, `${path}.models.${index}`, known),
    ),
  ];
}

function modelProblems(model: ModelRow, path: string, known: Known): readonly Problem[] {
  return [
    ...tokenizerProblems(model, `${path}.tokenizer`, known),
    ...(model.endSource === undefined
      ? []
      : sourceProblems(model.endSource, `${path}.endSource`, known)),
    ...factorProblems(model.factors, `${path}.factors`, known),
    ...model.periods.flatMap((period, index) =>
      periodProblems(period, model.periods[index - 1], `${path}.periods.${index}`, known),
    ),
  ];
}

function tokenizerProblems({ tokenizer }: ModelRow, path: string, known: Known): Problem[] {
  const { encoding, accuracy, calibration } = tokenizer;
  const problems: Problem[] = [];
  if (!known.encodings.includes(encoding)) {
    problems.push({ path: `${path}.encoding`, problem: `is not a known encoding: ${encoding}` });
  }
  if ((accuracy === 'estimated') !== (calibration !== undefined)) {
    const problem = `goes with accuracy "estimated", and that with it: ${calibration}`;
    problems.push({ path: `${path}.calibration`, problem });
  } else if (calibration !== undefined && known.calibrations?.includes(calibration) === false) {
    const problem = `is not a known calibration: ${calibration}`;
    problems.push({ path: `${path}.calibration`, problem });
  }
  return problems;
}

function sourceProblems(source: string, path: string, { file }: Known): Problem[] {
  return Object.hasOwn(file.sources, source)
    ? []
    : [{ path, problem: `is not in sources: ${source}` }];
}

function factorProblems(factors: FactorsRow | undefined, path: string, known: Known): Problem[] {
  return FACTOR_NAMES.flatMap((name) => {
    const factor = factors?.[name];
    if (!factor) return [];
    const problems = sourceProblems(factor.source, `${path}.${name}.source`, known);
    if (name === 'batch' && factor.numerator > factor.denominator) {
      const problem = `is above 1: ${factor.numerator}/${factor.denominator}`;
      problems.push({ path: `${path}.${name}`, problem });
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
  return [
    ...sourceProblems(period.source, `${path}.source`, known),
    ...boundProblems(period, previous, path),
    ...factorProblems(period.factors, `${path}.factors`, known),
    ...cardProblems(period, path),
    ...(period.windows ?? []).flatMap((window, index) =>
      cardProblems(window, `${path}.windows.${index}`),
    ),
  ];
}

function boundProblems(
  period: PeriodRow,
  previous: PeriodRow | undefined,
  path: string,
): Problem[] {
  const problems: Problem[] = [];
  const { from, to } = period;
  if (from !== null && to !== null && Date.parse(from) >= Date.parse(to)) {
    problems.push({ path: `${path}.to`, problem: `is not after from: ${to}` });
  }
  if (previous && (from === null || previous.to !== from)) {
    problems.push({
      path: `${path}.from`,
      problem: `does not begin where the period before it ends (${previous.to}): ${from}`,
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
        problem: `is not above the tier before it: ${tier.fromPromptTokens}`,
      });
    }
    last = tier.fromPromptTokens;
    problems.push(...rateProblems(tier.usdPerMillionTokens, `${tierPath}.usdPerMillionTokens`));
  }
  return problems;
}

/** Reading a cache is no dearer than sending the text, and writing for longer no cheaper than for shorter. */
export function rateProblems(rates: Rates, path: string): Problem[] {
  return [
    ...orderProblem(rates, 'cachedInput', 'input', path),
    ...orderProblem(rates, 'cacheWrite', 'cacheWriteLong', path),
  ];
}

function orderProblem(rates: Rates, lower: RateName, upper: RateName, path: string): Problem[] {
  const [low, high] = [rates[lower], rates[upper]];
  if (low === undefined || high === undefined || low <= high) return [];
  return [{ path: `${path}.${lower}`, problem: `is above ${upper} (${high}): ${low}` }];
}
