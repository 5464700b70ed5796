import { showRate } from './numbers';
import type { Words } from './words';

/** What a list of models is for. */
export function chooseModel({ l10n }: Words, purpose: 'any' | 'baseline' | 'pinned'): string {
  switch (purpose) {
    case 'any':
      return l10n.t('Choose a model');
    case 'baseline':
      return l10n.t('Choose the model to compare the others with');
    case 'pinned':
      return l10n.t('Choose the models that the comparison lists first');
  }
}

/** "$2.50 in, $10.00 out per million tokens". */
export function describeRates(words: Words, input: number, output: number): string {
  const [inRate, outRate] = [showRate(words, input), showRate(words, output)];
  return words.l10n.t('{0} in, {1} out per million tokens', inRate, outRate);
}
