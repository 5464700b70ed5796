import type { MediaKind, MediaPart, MediaTokens } from '../part';

/** Tokens of one part on a model. 'refused': the model does not take it; undefined: nobody documents its tokens. */
export type Formula = ((part: MediaPart) => MediaTokens) | 'refused' | undefined;

/** Models that count pictures, documents and sound alike. */
export interface MediaFamily extends Readonly<Record<MediaKind, Formula>> {
  /** Unlike any other's. */
  readonly name: string;
  /** The name of a model behind the provider's, in lower case: `claude-opus-4.7`. */
  readonly models: RegExp;
}

/** Models that read and write text alone. */
export const TEXT_ALONE: Readonly<Record<MediaKind, Formula>> = {
  image: 'refused',
  document: 'refused',
  audio: 'refused',
  video: 'refused',
};

/** Pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The vendors' own example; expected of a picture whose size is not known. */
export const TYPICAL: Size = { width: 1024, height: 1024 };

/** The size of a picture; undefined if it is not known. */
export function sizeOf({ width, height }: MediaPart): Size | undefined {
  return width === undefined || height === undefined ? undefined : { width, height };
}

/** Scales down so that the longer side has no more pixels; a smaller picture stays. */
export function fitInto({ width, height }: Size, longest: number): Size {
  const scale = Math.min(1, longest / Math.max(width, height));
  return { width: width * scale, height: height * scale };
}
