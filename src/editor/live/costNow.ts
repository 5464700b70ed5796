import { hasNoText } from '../../core/estimate/textShare';
import { perCall } from '../../wording/call';
import { describeCost } from '../../wording/cost';
import { HumanError } from '../errors';
import { wordsOf } from '../words';
import type { LiveEstimate } from './estimate';
import { nextReady } from './nextReady';

/**
 * "$0.00525 per call", for the current text and the settings as they are now.
 *
 * @param modelId undefined: the status bar's model, whichever it is.
 * @returns undefined without a text, or if the status bar has another model.
 */
export async function costNow(live: LiveEstimate, modelId?: string): Promise<string | undefined> {
  try {
    const { model, current, settings, requests } = (await nextReady(live)).result;
    if (modelId !== undefined && model.id !== modelId) return undefined;
    const words = wordsOf(settings);
    const now = current();
    if (hasNoText(now)) return undefined;
    const unit = { ...settings.scenario, requests: requests?.requests.length };
    return perCall(words, describeCost(words, now), unit);
  } catch (error) {
    if (error instanceof HumanError) return undefined;
    throw error;
  }
}
