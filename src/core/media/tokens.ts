import type { Model } from '../pricing/table/priceTable';
import type { MediaPart, MediaTokens } from './part';
import { addMediaTokens, NO_TOKENS } from './sum';

/** Models of one family have the same tokens for the same media. */
export function mediaFamily(_model: Model): string {
  return '';
}

/** Tokens of all media of a call on a model. */
export function mediaTokens(media: readonly MediaPart[], _model: Model): MediaTokens {
  return addMediaTokens(media.map(({ kind }) => ({ ...NO_TOKENS, unknown: [kind] })));
}
