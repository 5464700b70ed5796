import { createHash } from 'node:crypto';

/** A remark of genai-prices (`price_comments`) on a provider, or on a model by its id `provider/model` here. */
export interface Comment {
  readonly about: string;
  readonly text: string;
}

/** What the table makes of a dated remark. */
export interface Answer {
  /** `fingerprint` of the remark: a changed remark needs a new answer. */
  readonly comment: string;
  /** All providers and models with this remark. */
  readonly about: readonly string[];
  readonly answer: string;
}

const MONTHS =
  'January|February|March|April|May|June|July|August|September|October|November|December';

/**
 * Dates, and words that announce a change. The end of GLM-5.3-Flash's promotion stood in a remark alone
 * (genai-prices 0.1.8), so the table had half of its price.
 */
const DATED = new RegExp(
  [
    String.raw`\b\d{4}-\d{2}(-\d{2})?\b`,
    String.raw`\b(${MONTHS})\s+\d`,
    String.raw`\b(until|through|from|starting|ends|ended|ending|promotion\w*|introductory|temporar\w*|limited[- ]time|scheduled|expire[sd]?|retired|effective)\b`,
  ].join('|'),
  'i',
);

export function isDated(text: string): boolean {
  return DATED.test(text);
}

/** The first twelve digits of the SHA-256 of a remark. */
export function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** Dated remarks without an answer, and answers without such a remark, one line each. */
export function commentProblems(
  comments: readonly Comment[],
  answers: readonly Answer[],
): readonly string[] {
  const prints = new Map(
    answers.flatMap(({ about, comment }) => about.map((each) => [each, comment] as const)),
  );
  const dated = comments.filter(({ text }) => isDated(text));
  const unanswered = dated.flatMap(({ about, text }) => {
    const print = fingerprint(text);
    if (prints.get(about) === print) return [];
    const state = prints.has(about) ? 'the answer is to another remark' : 'no answer';
    return [`${about}: ${state}; remark ${print}: ${text}`];
  });
  const known = new Set(dated.map(({ about }) => about));
  const idle = [...prints.keys()].filter((about) => !known.has(about));
  return [...unanswered, ...idle.map((about) => `${about}: an answer to no dated remark`)];
}
