import { hasNoText } from '../../core/estimate/textShare';
import { aMonth, perCall } from '../../wording/call';
import { describeCost, showCost } from '../../wording/cost';
import { HumanError } from '../errors';
import { wordsOf } from '../words';
import type { LiveEstimate } from './estimate';
import { nextReady } from './nextReady';

/** What a call costs now, in words. */
export interface CostNow {
  /** "$0.00525 per call". */
  readonly call: string;
  /** "$157.50 a month"; undefined for one call a day, which nobody has chosen, and without a price. */
  readonly month: string | undefined;
}

/**
 * The cost for the current text and the settings as they are now.
 *
 * @param modelId undefined: the status bar's model, whichever it is.
 * @returns undefined without a text, or if the status bar has another model.
 */
export async function costNow(live: LiveEstimate, modelId?: string): Promise<CostNow | undefined> {
  try {
    const { model, current, settings, requests } = (await nextReady(live)).result;
    if (modelId !== undefined && model.id !== modelId) return undefined;
    const words = wordsOf(settings);
    const now = current();
    if (hasNoText(now)) return undefined;
    const unit = { ...settings.scenario, requests: requests?.requests.length };
    const { count, price } = now;
    const hasMonth = price.kind === 'priced' && settings.scenario.callsPerDay !== 1;
    return {
      call: perCall(words, describeCost(words, now), unit),
      month: hasMonth ? aMonth(words, showCost(words, count, price.perMonth.expected)) : undefined,
    };
  } catch (error) {
    if (error instanceof HumanError) return undefined;
    throw error;
  }
}
