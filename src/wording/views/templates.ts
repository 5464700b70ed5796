import { longestOf, longestPlace, samplesOf } from '../../core/estimate/counts/sampled';
import type { Estimate } from '../../core/estimate/estimate';
import { worstSample, type SampleOfText } from '../../core/estimate/samples';
import type { ExportedTemplate } from '../../core/export/report';
import { shorten, visibleText } from '../../core/figures/visibleText';
import type { TemplateFacts } from '../../core/files/templates/facts';
import type { BrokenFile } from '../../core/files/templates/resolve';
import type { TokenCount } from '../../core/tokens/tokenCount';
import { describeCost } from '../cost';
import { describeTokens } from '../count';
import { showNumber } from '../numbers';
import { counted } from '../language/forms';
import { commas, inBrackets } from '../language/lists';
import type { Words } from '../words';

// Values of templates.

const MAX_LISTED = 4;

/** Characters of a tag or a comment. */
const LONGEST_TAG = 80;

/** Sentences on the values of a template. */
export function templateNotes(words: Words, facts: TemplateFacts): readonly string[] {
  const { filled, partly, asWritten, structures, broken } = facts;
  return [
    ...(filled.length + partly.length > 0 ? [filledNote(words, facts)] : []),
    ...(facts.samples > 1 ? [meanNote(words, facts)] : []),
    ...(asWritten.length > 0 ? [placeholderNote(words, asWritten.map(visibleText))] : []),
    ...(structures.length > 0 ? [structureNote(words, structures)] : []),
    ...broken.map((file) => brokenNote(words, file)),
  ];
}

/** Above what exports say of templates. */
export function templatesHeading({ l10n }: Words): string {
  return l10n.t('Values of templates');
}

/** What exports say of the values of a template, and of its samples on one model. @param estimate undefined: no price of its own. */
export function toldTemplate(
  words: Words,
  template: ExportedTemplate | undefined,
  estimate: Estimate | undefined,
): readonly string[] {
  const { l10n } = words;
  const spread = estimate && spreadOf(words, estimate);
  if (!template) return spread === undefined ? [] : [spread];
  const { samples, files, asWritten } = template;
  return [
    ...(files.length > 0 ? [l10n.t('Values of {0}.', listed(words, files))] : []),
    ...(samples > 1 ? [meanNote(words, template)] : []),
    ...(spread === undefined ? [] : [spread]),
    ...(asWritten.length > 0 ? [placeholderNote(words, asWritten.map(visibleText))] : []),
  ];
}

/** "Counted with sample values of greet.sample.json: name, topic." */
function filledNote(words: Words, { filled, partly, files }: TemplateFacts): string {
  const { l10n } = words;
  const names = listed(words, [...filled, ...partly]);
  return files.length === 0
    ? l10n.t('Counted with sample values: {0}.', names)
    : l10n.t('Counted with sample values of {0}: {1}.', listed(words, files), names);
}

/** "Tokens and cost are the means of 3 samples, each priced by itself." */
function meanNote(
  words: Words,
  { samples, allSamples }: Pick<ExportedTemplate, 'samples' | 'allSamples'>,
): string {
  const { l10n } = words;
  const number = showNumber(words, samples);
  return samples === allSamples
    ? counted(
        words,
        samples,
        l10n.t('[other]Tokens and cost are the means of {0} samples, each priced by itself.'),
        number,
      )
    : counted(
        words,
        allSamples,
        l10n.t(
          '[other]Tokens and cost are the means of the first {0} of {1} samples, each priced by itself; more would take too long.',
        ),
        number,
        showNumber(words, allSamples),
      );
}

/** Beside figures: "with sample values", "mean of 3 samples". */
export function markOf(words: Words, samples: number): string {
  const { l10n } = words;
  return samples > 1
    ? counted(words, samples, l10n.t('[other]mean of {0} samples'), showNumber(words, samples))
    : l10n.t('with sample values');
}

/** "greet.prompt.md (mean of 3 samples)", beside figures of a text; of one without several samples its name. */
export function withMean(words: Words, name: string, samples = 1): string {
  return samples > 1 ? inBrackets(words, name, markOf(words, samples)) : name;
}

/** Before a link: "3 placeholders without a value:". */
export function withoutValue(words: Words, { open, partly }: TemplateFacts): string {
  const { l10n } = words;
  if (open.length > 0) {
    return counted(
      words,
      open.length,
      l10n.t('[one]{0} placeholder without a value:[other]{0} placeholders without a value:'),
      showNumber(words, open.length),
    );
  }
  return partly.length > 0
    ? l10n.t('Some samples lack a value:')
    : l10n.t('All placeholders have a value:');
}

/** The link. */
export function fillIn({ l10n }: Words, { open }: TemplateFacts): string {
  return open.length > 0 ? l10n.t('fill in…') : l10n.t('change…');
}

/**
 * The mean of several samples on one model and the one that costs the most: "3 samples: on average 412 tokens, $0.00120;
 * the most expensive: 800 tokens, $0.00200 (sample 2)." Undefined if there are not several.
 */
export function spreadOf(words: Words, mean: Estimate): string | undefined {
  const worst = worstSample(mean);
  return worst && samplesNote(words, mean, worst);
}

/**
 * Beside the figures of a file among others: "mean of 3 samples; the most expensive: 800 tokens, $0.00200 (sample 2)".
 * Undefined if there are not several.
 */
export function worstNote(words: Words, mean: Estimate): string | undefined {
  const { l10n } = words;
  const worst = worstSample(mean);
  if (!worst) return undefined;
  return l10n.t(
    '{0}; the most expensive: {1}, {2} (sample {3})',
    markOf(words, samplesIn(mean)),
    describeTokens(words, worst.estimate.count),
    describeCost(words, worst.estimate),
    showNumber(words, worst.place + 1),
  );
}

/** The same of a part of one call, which has no cost of its own: "mean of 3 samples; at most 800 tokens (sample 2)". */
export function longestNote(words: Words, part: TokenCount): string | undefined {
  const { l10n } = words;
  const samples = samplesOf(part);
  if (samples.length < 2) return undefined;
  const tokens = describeTokens(words, longestOf(part));
  const sample = showNumber(words, longestPlace(samples) + 1);
  return l10n.t('{0}; at most {1} (sample {2})', markOf(words, samples.length), tokens, sample);
}

function samplesIn({ texts: [text] }: Estimate): number {
  return text ? samplesOf(text).length : 0;
}

/** "412 tokens · $0.00120", behind the number of a sample. */
export function sampleLine({ l10n }: Words, tokens: string, cost: string): string {
  return l10n.t('{0} · {1}', tokens, cost);
}

/** Below a list of samples. */
export function eachSample({ l10n }: Words): string {
  return l10n.t('One call with the values of each sample, on your model.');
}

function samplesNote(words: Words, mean: Estimate, worst: SampleOfText): string {
  const { l10n } = words;
  return counted(
    words,
    samplesIn(mean),
    l10n.t('[other]{0} samples: on average {1}, {2}; the most expensive: {3}, {4} (sample {5}).'),
    showNumber(words, samplesIn(mean)),
    describeTokens(words, mean.count),
    describeCost(words, mean),
    describeTokens(words, worst.estimate.count),
    describeCost(words, worst.estimate),
    showNumber(words, worst.place + 1),
  );
}

/** "greet.sample.json is not used: it is not valid JSON. Expected: one JSON object, or a list of objects." */
export function brokenNote(words: Words, { path, problem }: BrokenFile): string {
  const { l10n } = words;
  return l10n.t('{0} is not used: {1}', visibleText(path), whyBroken(words, problem));
}

/** A sentence without its subject, the file. */
export function whyBroken(words: Words, problem: BrokenFile['problem']): string {
  const { l10n } = words;
  switch (problem.kind) {
    case 'notJson':
      return l10n.t('it is not valid JSON. Expected: one JSON object, or a list of objects.');
    case 'notObjects':
      return l10n.t('it has a single value. Expected: one JSON object, or a list of objects.');
    case 'emptyList':
      return l10n.t('its list is empty. Expected: one JSON object, or a list of objects.');
    case 'entry':
      return l10n.t(
        'entry {0} of its list is no object. Expected: one JSON object, or a list of objects.',
        showNumber(words, problem.entry),
      );
    case 'missing':
      return l10n.t('there is no such file beside the template.');
    case 'tooLarge':
      return l10n.t('it is larger than 5 MB.');
    case 'unreadable':
      return visibleText(problem.message);
  }
}

/** "name, topic, …". */
function listed(words: Words, names: readonly string[]): string {
  const rest = names.length > MAX_LISTED ? ['…'] : [];
  return commas(words, [...names.slice(0, MAX_LISTED).map(visibleText), ...rest]);
}

/** "The placeholder {{name}} is counted as written, not as the text that replaces it." */
export function placeholderNote(words: Words, placeholders: readonly string[]): string {
  const { l10n } = words;
  const list = listPlaceholders(words, placeholders);
  return counted(
    words,
    placeholders.length,
    l10n.t(
      '[one]The placeholder {1} is counted as written, not as the text that replaces it.[other]{0} placeholders ({1}) are counted as written, not as the text that replaces them.',
    ),
    showNumber(words, placeholders.length),
    list,
  );
}

/** "Loops, conditions and comments are not run: {{#each items}} is counted as written, …". */
function structureNote(words: Words, structures: readonly string[]): string {
  const { l10n } = words;
  return l10n.t(
    'Loops, conditions, other statements and comments are not run. They are counted as written, with all that stands in them: {0}.',
    listPlaceholders(
      words,
      structures.map((each) => shorten(each, LONGEST_TAG)),
    ),
  );
}

function listPlaceholders(words: Words, placeholders: readonly string[]): string {
  const rest = placeholders.length > MAX_LISTED ? ['…'] : [];
  return commas(words, [...placeholders.slice(0, MAX_LISTED), ...rest]);
}

export function placeholderLimit(words: Words, characters: number): string {
  const { l10n } = words;
  return counted(
    words,
    characters,
    l10n.t('[other]Placeholders are searched for in the first {0} characters only.'),
    showNumber(words, characters),
  );
}
