import type { Estimate } from '../../core/estimate/estimate';
import { missingTiers, type SpecialTier } from '../../core/estimate/own/missingTiers';
import { visibleText } from '../../core/figures/visibleText';
import { showNumber } from '../numbers';
import { factorName } from '../price';
import { counted } from '../language/forms';
import type { Words } from '../words';

// Requests that ask for several answers, or for a service tier.

/** "3 requests ask for several answers, all of which are in the price". */
export function manyAnswersNote(words: Words, requests: number): string {
  const { l10n } = words;
  return counted(
    words,
    requests,
    l10n.t(
      '[one]{0} request asks for several answers, all of which are in the price[other]{0} requests ask for several answers, all of which are in the price',
    ),
    showNumber(words, requests),
  );
}

/** "2 requests state an answer of a length that no API takes: they have the assumed one". */
export function badLimitsNote(words: Words, requests: number): string {
  const { l10n } = words;
  return counted(
    words,
    requests,
    l10n.t(
      '[one]{0} request states an answer of a length that no API takes: it has the assumed one[other]{0} requests state an answer of a length that no API takes: they have the assumed one',
    ),
    showNumber(words, requests),
  );
}

/** "2 requests mark what is to be cached: how much of a prompt is read from a cache, the scenario says". */
export function cacheMarksNote(words: Words, requests: number): string {
  const { l10n } = words;
  return counted(
    words,
    requests,
    l10n.t(
      '[one]{0} request marks what is to be cached, which is not in the price: how much of the prompt is read from a cache, the scenario says[other]{0} requests mark what is to be cached, which is not in the price: how much of each prompt is read from a cache, the scenario says',
    ),
    showNumber(words, requests),
  );
}

/** "2 requests ask for the service tier Flex". */
export function tierNote(words: Words, tier: SpecialTier, requests: number): string {
  const { l10n } = words;
  const name = factorName(words, tier);
  return counted(
    words,
    requests,
    l10n.t(
      '[one]{0} request asks for the service tier {1}[other]{0} requests ask for the service tier {1}',
    ),
    showNumber(words, requests),
    name,
  );
}

/** "GPT-4o has no price for the service tier Flex, for which 2 requests ask: they have the standard price". */
export function missingTierNotes(words: Words, estimate: Estimate): readonly string[] {
  const { l10n } = words;
  const { shares, model } = estimate;
  if (shares) return shares.flatMap((share) => missingTierNotes(words, share.estimate));
  const name = visibleText(model.name);
  return Array.from(missingTiers(estimate), ([tier, requests]) => {
    const asked = factorName(words, tier);
    return counted(
      words,
      requests,
      l10n.t(
        '[one]{0} has no price for the service tier {1}, for which {2} request asks: it has the standard price[other]{0} has no price for the service tier {1}, for which {2} requests ask: they have the standard price',
      ),
      name,
      asked,
      showNumber(words, requests),
    );
  });
}
