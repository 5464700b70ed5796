import type { Model } from '../../pricing/table/priceTable';
import { sumTokenCounts, type TokenCount } from '../../tokens/tokenCount';
import { promptTokensOf } from '../conversation';
import type { Estimate } from '../estimate';
import { scenarioOfEach } from '../modelScenario';

/** What a provider counted for a call. */
interface Recorded {
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Of the output. */
  readonly reasoningTokens: number;
}

/** Our count of the calls that a provider has counted, on one model. */
export interface CountedBeside {
  readonly model: Model;
  /** What the provider counted for these calls. */
  readonly recorded: Recorded;
  /** The prompts, as the provider counts them: with the format of messages and what is beside the text. */
  readonly input: TokenCount;
  /** The texts of the answers, without what was reasoned; undefined: the file does not have them all. */
  readonly output: TokenCount | undefined;
}

/** A call that was saved. */
interface Saved {
  readonly usage: Recorded | undefined;
}

/**
 * Our counts beside the provider's, so that both are of the same texts: the prompt with all that is added to it, and the
 * answer without its reasoning.
 *
 * Worked example: a message of 1 token on gpt-4o has 1 + 3 + 3 tokens of input.
 *
 * @param answersOn the tokens of each answer on a model; undefined: the file does not have it.
 */
export function countedBeside(
  estimate: Estimate,
  saved: readonly Saved[],
  answersOn: (model: Model) => readonly (TokenCount | undefined)[],
): readonly CountedBeside[] {
  const { shares = [{ estimate, places: estimate.counts.map((_, place) => place) }] } = estimate;
  return shares.flatMap((share) => countShare(share.estimate, share.places, saved, answersOn));
}

function countShare(
  { model, scenario, counts, calls }: Estimate,
  places: readonly number[],
  saved: readonly Saved[],
  answersOn: (model: Model) => readonly (TokenCount | undefined)[],
): readonly CountedBeside[] {
  const scenarioOf = scenarioOfEach(model, scenario);
  const answers = answersOn(model);
  const recorded: Recorded[] = [];
  const inputs: TokenCount[] = [];
  const outputs: (TokenCount | undefined)[] = [];
  for (const [at, place] of places.entries()) {
    const [usage, count] = [saved[place]?.usage, counts[at]];
    if (!usage || !count) continue;
    recorded.push(usage);
    inputs.push(promptOf(model, count, scenarioOf(calls[at])));
    outputs.push(answers[place]);
  }
  if (recorded.length === 0) return [];
  const known = outputs.filter((count) => count !== undefined);
  return [
    {
      model,
      recorded: sumRecorded(recorded),
      input: sumTokenCounts(inputs),
      output: known.length === outputs.length ? sumTokenCounts(known) : undefined,
    },
  ];
}

function promptOf(
  model: Model,
  count: TokenCount,
  scenario: Parameters<typeof promptTokensOf>[2],
): TokenCount {
  // The chat format is in the count, unless the text is assumed to be the answer.
  const added = promptTokensOf(model, 0, { ...scenario, turnInputTokens: 0 }, 1);
  const { tokens, low, high, method } = count;
  return { tokens: tokens + added, low: low + added, high: high + added, method };
}

function sumRecorded(each: readonly Recorded[]): Recorded {
  const sum = { inputTokens: 0, outputTokens: 0, reasoningTokens: 0 };
  for (const one of each) {
    sum.inputTokens += one.inputTokens;
    sum.outputTokens += one.outputTokens;
    sum.reasoningTokens += one.reasoningTokens;
  }
  return sum;
}
