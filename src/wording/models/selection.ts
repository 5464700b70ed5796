import type { RateRange } from '../../core/pricing/selection/hosts';
import { showNumber, showRate } from '../numbers';
import { counted } from '../language/forms';
import type { Words } from '../words';

// The current selection of a price table, and the hosts of the same weights.

/** Beside a list of the current selection. */
export function moreModels(words: Words, more: number): string {
  const { l10n } = words;
  const number = showNumber(words, more);
  return counted(
    words,
    more,
    l10n.t(
      '[one]{0} more model: another host, or no longer sold[other]{0} more models: other hosts, and models no longer sold',
    ),
    number,
  );
}

/** "9 hosts". */
export function hostCount(words: Words, hosts: number): string {
  const { l10n } = words;
  return counted(words, hosts, l10n.t('[one]{0} host[other]{0} hosts'), showNumber(words, hosts));
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
  if (!range) {
    return counted(
      words,
      hosts,
      l10n.t('[one]{0} on {1} host[other]{0} on {1} hosts'),
      name,
      number,
    );
  }
  const [low, high] = [showRate(words, range.low), showRate(words, range.high)];
  const forms =
    low === high
      ? l10n.t('[other]{0} on {1} hosts: {2} per million input tokens')
      : l10n.t('[other]{0} on {1} hosts: {2} to {3} per million input tokens');
  return counted(words, hosts, forms, name, number, low, high);
}
