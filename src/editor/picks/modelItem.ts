import type { QuickPickItem } from 'vscode';
import { plainText } from '../../core/figures/plainText';
import { isOwn } from '../../core/pricing/own/rates';
import { lookUpRates } from '../../core/pricing/rates/lookup';
import { isUnlisted } from '../../core/pricing/selection/sold';
import type { Model } from '../../core/pricing/table/priceTable';
import { describeRates } from '../../wording/comparison';
import { isYours, noLongerSold, ownPrice, perhapsNotSold } from '../../wording/marks';
import { wordsOf } from '../words';

/** The name of a model, its id, and its current rates. */
export function modelItem(
  model: Model,
  isUsers: boolean,
): Required<Pick<QuickPickItem, 'label' | 'description' | 'detail'>> {
  const facts = [...(isUsers ? [isYours(wordsOf())] : []), ...modelFacts(model)];
  return {
    label: plainText(model.name),
    description: plainText(model.id),
    detail: plainText(facts.join(' · ')),
  };
}

/** The current rates of a model, and marks on them. */
export function modelFacts(model: Model): readonly string[] {
  const words = wordsOf();
  const atMs = Date.now();
  const lookup = lookUpRates(model, atMs, 0);
  if (lookup.kind !== 'rates') return [];
  const { input, output } = lookup.rates;
  return [
    ...(input === undefined || output === undefined ? [] : [describeRates(words, input, output)]),
    ...(isOwn(lookup.period) ? [ownPrice(words, lookup.period.source)] : []),
    ...(lookup.retired ? [noLongerSold(words)] : []),
    ...(isUnlisted(model, atMs) ? [perhapsNotSold(words)] : []),
  ];
}
