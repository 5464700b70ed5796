import { factorsOnPart, type CostPart } from '../../core/estimate/cost/parts';
import type { AppliedFactor } from '../../core/pricing/rates/factors';
import type { FullScenario } from '../../core/scenario/scenario';
import { costHeading, partName } from '../cost';
import { countOfRequests } from './requestCount';
import { showDay, showNumber, showRate } from '../numbers';
import type { NewPrice } from '../../core/pricing/seenPrice';
import { describeRateChanges, rateWithFactors } from '../price';
import { columnLabel } from '../page/table';
import { counted } from '../language/forms';
import type { Words } from '../words';

// The table in the status bar's tooltip, and the links below it.

export function breakdownHeadings(words: Words): readonly string[] {
  const { l10n } = words;
  const tokens = columnLabel(words, 'tokens', false);
  return ['', tokens, l10n.t('Per million'), costHeading(words)];
}

/** The label of the sum: "One call", "Conversation of 20 turns", "1,000 requests". */
export function breakdownTotal(words: Words, calls: number, requests: number): string {
  const { l10n } = words;
  if (requests > 1) return countOfRequests(words, requests);
  return calls === 1
    ? l10n.t('One call')
    : counted(words, calls, l10n.t('[other]Conversation of {0} turns'), showNumber(words, calls));
}

/** `isCeiling`: the output tokens are the ceiling that the file names. */
type PartScenario = Pick<FullScenario, 'treatTextAs'> & { readonly isCeiling: boolean };

/** `factors`: those of the price. */
type PartPrice = PartScenario & { readonly factors: readonly AppliedFactor[] };

/** Name, quantity and rate of a part: their product is its amount. @param mark "≈" before estimated tokens, or "". */
export function breakdownPart(
  words: Words,
  part: CostPart,
  mark: string,
  { factors, ...scenario }: PartPrice,
): readonly string[] {
  const { l10n } = words;
  if (part.name === 'requestFee') {
    const perThousand = l10n.t('{0} per 1,000', showRate(words, part.usdPerThousandRequests));
    return [partName(words, part.name), showNumber(words, part.requests), perThousand];
  }
  const tokens = mark + showNumber(words, part.tokens);
  return [
    assumedName(words, part.name, scenario),
    tokens,
    rateWithFactors(words, part.usdPerMillionTokens, factorsOnPart(part, factors)),
  ];
}

/** "Output (assumed)", "Output (at most)", "Output (the text)", "Input". */
function assumedName(
  words: Words,
  name: CostPart['name'],
  { treatTextAs, isCeiling }: PartScenario,
): string {
  const { l10n } = words;
  if (name === 'reasoning') return l10n.t('Reasoning (assumed)');
  if (name !== 'output') return partName(words, name);
  if (treatTextAs === 'output') return l10n.t('Output (the text)');
  return isCeiling ? l10n.t('Output (at most)') : l10n.t('Output (assumed)');
}

/**
 * "the price has changed since you saw it on Nov 20, 2026: Input: $15.00 → $12.00 per million tokens, from Nov 22, 2026
 * on".
 */
export function describeNewPrice(
  words: Words,
  { rates, seenOn, appliesFrom, checkedOn }: NewPrice,
): string {
  const { l10n } = words;
  const changes = describeRateChanges(words, rates);
  const seen = showDay(words, seenOn);
  const news = l10n.t('the price has changed since you saw it on {0}: {1}', seen, changes);
  if (appliesFrom !== undefined) {
    return l10n.t('{0}, from {1} on', news, showDay(words, appliesFrom));
  }
  return checkedOn === '' ? news : l10n.t('{0}, checked on {1}', news, showDay(words, checkedOn));
}

/** A link by which the user notes a changed price. */
export function noted({ l10n }: Words): string {
  return l10n.t('Noted');
}

/** The report shows another cost of the same text. */
export function triedInReport({ l10n }: Words, cost: string): string {
  return l10n.t('The report tries other assumptions: {0} there.', cost);
}

/** A link to where the evidence of a count stands. */
export function countEvidence({ l10n }: Words): string {
  return l10n.t('evidence');
}

/** Said while the user does not know of code lenses. */
export function lensHint({ l10n }: Words): string {
  return l10n.t('Prompt files can show tokens and cost above their text:');
}

export function turnLensesOn({ l10n }: Words): string {
  return l10n.t('turn it on');
}

/** The hint is not shown again. */
export function noLenses({ l10n }: Words): string {
  return l10n.t('no, thanks');
}

export type TooltipLink =
  'compareModels' | 'openReport' | 'selectModel' | 'setScenario' | 'showPriceSheet';

export function linkTitle({ l10n }: Words, link: TooltipLink): string {
  switch (link) {
    case 'compareModels':
      return l10n.t('Compare models');
    case 'openReport':
      return l10n.t('Open report');
    case 'selectModel':
      return l10n.t('Change model');
    case 'setScenario':
      return l10n.t('Change scenario');
    case 'showPriceSheet':
      return l10n.t('Price sheet');
  }
}
