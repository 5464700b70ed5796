import type { Estimate } from '../../core/estimate/estimate';
import { textsByModel } from '../../core/estimate/own/models';
import { visibleText } from '../../core/figures/visibleText';
import { describeCost } from '../cost';
import { showNumber } from '../numbers';
import { countOfRequests } from '../views/requestCount';
import { counted } from '../language/forms';
import { commas, inBrackets } from '../language/lists';
import type { Words } from '../words';

// Requests that name models of their own.

/** "on the model that each names: GPT-4o (600 requests, $1.20), OpenAI o1 (400 requests, $3.00)". */
export function sharesNotes(words: Words, { shares }: Estimate): readonly string[] {
  const { l10n } = words;
  if (!shares) return [];
  const each = textsByModel(shares).map(({ estimate, texts }) =>
    inBrackets(
      words,
      visibleText(estimate.model.name),
      commas(words, [countOfRequests(words, texts), describeCost(words, estimate)]),
    ),
  );
  return [l10n.t('on the model that each names: {0}', commas(words, each))];
}

/** Requests that name no model of the table. */
export interface WithoutModel {
  readonly requests: number;
  /** Name of the model that prices them. */
  readonly model: string;
}

/** "2 requests name no model of the price table, and are priced on GPT-4o". */
export function withoutModelNotes(
  words: Words,
  without: WithoutModel | undefined,
): readonly string[] {
  const { l10n } = words;
  if (!without) return [];
  const model = visibleText(without.model);
  return [
    counted(
      words,
      without.requests,
      l10n.t(
        '[one]{0} request names no model of the price table, and is priced on {1}[other]{0} requests name no model of the price table, and are priced on {1}',
      ),
      showNumber(words, without.requests),
      model,
    ),
  ];
}
