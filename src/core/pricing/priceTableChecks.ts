import type { ModelRow, PeriodRow, PriceTableFile, Rates } from './priceTableSchema';
import type { Problem } from './problem';

/** What a schema cannot say: names that must exist, periods that must touch, rates that must make sense. */
export function findTableProblems(
  file: PriceTableFile,
  knownEncodings: readonly string[],
): readonly Problem[] {
  return [
    ...repeated(
      file.providers.map((provider, index) => ({ id: provider.id, path: `providers.${index}.id` })),
    ),
    ...file.providers.flatMap((provider, providerIndex) => [
      ...repeated(
        provider.models.flatMap((model, index) =>
          [model.id, ...(model.aliases ?? [])].map((name) => ({
            id: name,
            path: `providers.${providerIndex}.models.${index}`,
          })),
        ),
      ),
      ...provider.models.flatMap((model, index) =>
        modelProblems(model, `providers.${providerIndex}.models.${index}`, file, knownEncodings),
      ),
    ]),
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

function modelProblems(
  model: ModelRow,
  path: string,
  file: PriceTableFile,
  knownEncodings: readonly string[],
): readonly Problem[] {
  const { encoding } = model.tokenizer;
  const encodingProblems = knownEncodings.includes(encoding)
    ? []
    : [{ path: `${path}.tokenizer.encoding`, problem: `is not a known encoding: ${encoding}` }];
  return [
    ...encodingProblems,
    ...model.periods.flatMap((period, index) =>
      periodProblems(period, model.periods[index - 1], `${path}.periods.${index}`, file),
    ),
  ];
}

function periodProblems(
  period: PeriodRow,
  previous: PeriodRow | undefined,
  path: string,
  file: PriceTableFile,
): readonly Problem[] {
  const problems: Problem[] = [];
  if (!Object.hasOwn(file.sources, period.source)) {
    problems.push({ path: `${path}.source`, problem: `is not in sources: ${period.source}` });
  }
  if (
    period.from !== null &&
    period.to !== null &&
    Date.parse(period.from) >= Date.parse(period.to)
  ) {
    problems.push({ path: `${path}.to`, problem: `is not after from: ${period.to}` });
  }
  if (previous && (period.from === null || previous.to !== period.from)) {
    problems.push({
      path: `${path}.from`,
      problem: `does not begin where the period before it ends (${previous.to}): ${period.from}`,
    });
  }
  return [...problems, ...cardProblems(period, path)];
}

function cardProblems(period: PeriodRow, path: string): readonly Problem[] {
  const problems = rateProblems(period.usdPerMillionTokens, `${path}.usdPerMillionTokens`);
  let last = 1;
  for (const [index, tier] of (period.tiers ?? []).entries()) {
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

function rateProblems(rates: Rates, path: string): Problem[] {
  const { input, cachedInput } = rates;
  if (input === undefined || cachedInput === undefined || cachedInput <= input) return [];
  return [{ path: `${path}.cachedInput`, problem: `is above input (${input}): ${cachedInput}` }];
}
