import type { TextRole } from '../core/scenario/scenario';
import type { Words } from './words';

/** "$0.0018 of input": the share of one message of a prompt in the cost of the call. */
export function sectionShare({ l10n }: Words, cost: string, role: TextRole): string {
  return role === 'output' ? l10n.t('{0} of output', cost) : l10n.t('{0} of input', cost);
}
