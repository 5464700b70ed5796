import type { BillingUnit } from '../../../src/core/pricing/table/schema';

/** Ids of models that bill something else than text tokens, and the unit. The first that matches counts. */
const OTHER_UNITS: readonly (readonly [RegExp, BillingUnit])[] = [
  [/(?<!deepseek-|vl-)\bocr\b/, 'page'],
  [/\b(veo|sora|kling|wan\d|hailuo|seedance|runway)\b|-video\b|omni-flash-preview/, 'second'],
  [
    /gpt-image|dall-e|imagen|flux|-image\b|image-\d|seedream|recraft|riverflow|nano-banana/,
    'picture',
  ],
  [/whisper|\basr\b|voxtral-mini-2602/, 'second'],
  [/transcri|realtime|\blive\b|-audio\b|sonic|^qwen\d?-omni|(gpt|gemini)-.*\btts\b/, 'audio'],
  [/\btts\b|text-to-speech|speech-\d/, 'character'],
];

/** The unit of a model that is not billed by text tokens alone. */
export function otherUnit(id: string): BillingUnit | undefined {
  return OTHER_UNITS.find(([pattern]) => pattern.test(id.toLowerCase()))?.[1];
}

/**
 * Ids without a row: free offers, batch ids (a batch is a factor), fine-tuned models, routers whose price is that of
 * the model they choose, names that a gateway points at several models, and models that write no text.
 */
const WITHOUT_ROW = [
  /[:-]batch$/,
  /:free$/,
  /[-/]free$/,
  /(^|\.)ft[:-]/,
  /^~/,
  /^openrouter\/|(^|\/)auto$|router|fusion/,
  /moderation|prompt-guard|classif|decision|distilbert/,
  /m2m100|indictrans|translate/,
];

export function isWithoutRow(id: string): boolean {
  const lower = id.toLowerCase();
  return WITHOUT_ROW.some((pattern) => pattern.test(lower));
}

/** Ids of models whose searches are billed besides, in numbers that nobody knows before the answer. */
const BILLS_SEARCHES = /deep-research|search-(preview|api)|-online\b|sonar/;

export function billsSearches(id: string): boolean {
  return BILLS_SEARCHES.test(id.toLowerCase());
}
