import { multiplyMoney, ZERO_MONEY, type Money } from '../../pricing/money';
import { sumParts, type TokenPart } from './parts';
import type { Priced } from '../estimate';
import type { TextRole } from '../../scenario/scenario';

/**
 * The cost of a section of a text, as its share of the cost of all paid tokens of the text. Request fees and the
 * assumed answer are not included.
 *
 * Worked example: of a prompt of 1,000 tokens at 15 USD per million, 200 tokens cost 0.003 USD; if half of the prompt
 * is cached at 7.5 USD, they cost 0.00225 USD.
 *
 * @param tokens of the section.
 */
export function costOfSection(
  { expected, derivation }: Priced,
  tokens: number,
  textRole: TextRole,
): Money {
  const parts = expected.parts.filter(
    (part): part is TokenPart => part.name !== 'requestFee' && isOfText(part, textRole),
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
