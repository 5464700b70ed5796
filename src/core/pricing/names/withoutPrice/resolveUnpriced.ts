import type { Resolution } from '../resolution';
import { baseOfFineTuned } from './fineTuned';
import { isFreeOffer } from './freeOffers';
import { isLocalName, isOllamasCloud } from './localNames';
import { mediaUnit } from './mediaNames';
import { modelsPricedElsewhere } from './pricedElsewhere';

/**
 * What is known of a name that the table does not have: where it runs, or why it has no price.
 *
 * @param resolve what another name means, of which this one is a variant.
 */
export function resolveUnpriced(wanted: string, resolve: (name: string) => Resolution): Resolution {
  if (isLocalName(wanted)) return { kind: 'local' };
  if (isOllamasCloud(wanted)) return { kind: 'notByTokens', unit: 'subscription' };
  const isKnown = (name: string): boolean => resolve(name).kind !== 'unknown';
  const base = baseOfFineTuned(wanted);
  if (base !== undefined && isKnown(base)) return { kind: 'fineTuned' };
  const unit = mediaUnit(wanted);
  if (unit) return { kind: 'notByTokens', unit };
  if (isFreeOffer(wanted, isKnown)) return { kind: 'free' };
  const isOffered = modelsPricedElsewhere(wanted).some(isKnown);
  return isOffered ? { kind: 'notByTokens', unit: 'unknown' } : { kind: 'unknown' };
}
