/** What is sent beside text and is no text. */
export type MediaKind = 'image' | 'document' | 'audio' | 'video';

/**
 * How closely a model is to look, as the request says: `detail` of OpenAI, `mediaResolution` of Gemini. Absent: the
 * vendor's default.
 */
export type Detail = 'low' | 'medium' | 'high' | 'ultraHigh' | 'original';

/** A picture, document, recording or film that is sent to a model. What is absent is not known, as of a URL. */
export interface MediaPart {
  readonly kind: MediaKind;
  /** Pixels, as shown. */
  readonly width?: number;
  readonly height?: number;
  /** Of a PDF. */
  readonly pages?: number;
  readonly seconds?: number;
  readonly detail?: Detail;
}

/**
 * What is sent and is not counted. A reference is text that the provider keeps, as an earlier response; a server has
 * tools that are not in the file; the instructions of an agent are not in its session; a base64 file within a text is text to the model, which is hardly ever meant.
 */
export const UNSEEN_KINDS = ['reference', 'server', 'instructions', 'base64', 'other'] as const;

export type UnseenKind = (typeof UNSEEN_KINDS)[number];

/**
 * Why tokens are a lower limit: nobody documents those of some media, or what a vendor adds for tools; a file does not
 * say how long it is, or how many pages it has; or something is not in the file.
 */
export type UnknownKind = MediaKind | 'tools' | 'length' | 'pages' | UnseenKind;

/** Tokens of media on one model. The true number is from `low` to `high`. Whole numbers. */
export interface MediaTokens {
  readonly tokens: number;
  readonly low: number;
  readonly high: number;
  /** What of them is not known: the others are a lower limit. */
  readonly unknown: readonly UnknownKind[];
  /** What this model does not take: it does not answer the call. */
  readonly refused: MediaKind | undefined;
}
