import type { BeginningKind } from '../../beginningKind';
import type { TokenCount } from '../../tokens/tokenCount';

/** What of each prompt is known to be the same in each call, on one model. */
export interface Beginning {
  readonly kind: BeginningKind;
  readonly count: TokenCount;
}

/** An estimate with what is known to be the same in each call; undefined: nothing is. */
export function withBeginning<E extends { readonly beginning?: Beginning }>(
  estimate: E,
  beginning: Beginning | undefined,
): E {
  return beginning ? { ...estimate, beginning } : estimate;
}
