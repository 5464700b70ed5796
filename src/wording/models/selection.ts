import type { RateRange } from '../../core/pricing/selection/hosts';
import { showNumber, showRate } from '../numbers';
import type { Words } from '../words';

// The current selection of a price table, and the hosts of the same weights.

/** Beside a list of the current selection. */
export function moreModels(words: Words, more: number): string {
  const { l10n } = words;
  const number = showNumber(words, more);
  return more === 1
    ? l10n.t('{0} more model: another host, or no longer sold', number)
    : l10n.t('{0} more models: other hosts, and models no longer sold', number);
}

/** "9 hosts". */
export function hostCount(words: Words, hosts: number): string {
  const { l10n } = words;
  return l10n.t('{0} hosts', showNumber(words, hosts));
}

/** "9 hosts of Llama 3.3 70B". */
export function hostsOfModel(words: Words, hosts: number, name: string): string {
  const { l10n } = words;
  return l10n.t('{0} of {1}', hostCount(words, hosts), name);
}

/** "Llama 3.3 70B on 9 hosts: $0.10 to $0.90 per million input tokens". */
export function describeHosts(
  words: Words,
  name: string,
  hosts: number,
  range: RateRange | undefined,
): string {
  const { l10n } = words;
  const number = showNumber(words, hosts);
  if (!range) return l10n.t('{0} on {1} hosts', name, number);
  const [low, high] = [showRate(words, range.low), showRate(words, range.high)];
  return low === high
    ? l10n.t('{0} on {1} hosts: {2} per million input tokens', name, number, low)
    : l10n.t('{0} on {1} hosts: {2} to {3} per million input tokens', name, number, low, high);
}
