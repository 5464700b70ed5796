import { divideMoney, multiplyMoney, sumKnown, ZERO_MONEY, type Money } from '../../pricing/money';
import type { TextRole } from '../../scenario/scenario';
import type { TokenCount } from '../../tokens/tokenCount';
import { isSampled, sampleAt, samplesOf } from '../counts/sampled';
import type { Estimate } from '../estimate';
import { estimateSamples } from '../samples';
import { sumParts, type TokenPart } from './parts';

/**
 * The cost of a section of a text, as its share of the cost of all paid tokens of the text. Request fees and the
 * assumed answer are not included. Of a template with several samples, the mean of the section's cost in each.
 * Undefined without a price.
 *
 * Worked example: of a prompt of 1,000 tokens at 15 USD per million, 200 tokens cost 0.003 USD; if half of the prompt
 * is cached at 7.5 USD, they cost 0.00225 USD.
 *
 * @param text the estimate of the whole text.
 * @param section its tokens; of a template with samples, with each of them.
 */
export function costOfSection(text: Estimate, section: TokenCount): Money | undefined {
  const samples = isSampled(section) ? estimateSamples(text) : [];
  if (samples.length === 0) return shareOf(text, section.tokens);
  const each = samples.map((sample, index) =>
    shareOf(sample, sampleAt(samplesOf(section), index).tokens),
  );
  const sum = sumKnown(each);
  return sum && divideMoney(sum, each.length);
}

function shareOf({ price, scenario }: Estimate, tokens: number): Money | undefined {
  if (price.kind === 'unpriced') return undefined;
  const { expected, derivation } = price;
  const parts = expected.parts.filter(
    (part): part is TokenPart => part.name !== 'requestFee' && isOfText(part, scenario.treatTextAs),
  );
  const paidTokens = parts.reduce((sum, part) => sum + part.tokens, 0);
  if (paidTokens === 0) return ZERO_MONEY;
  const numerator = BigInt(tokens) * BigInt(derivation.calls);
  return multiplyMoney(sumParts(parts), { numerator, denominator: BigInt(paidTokens) });
}

function isOfText({ name }: TokenPart, textRole: TextRole): boolean {
  if (textRole === 'output') return name === 'output';
  return name === 'input' || name === 'cachedInput' || name === 'cacheWrite';
}
