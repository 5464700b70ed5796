import type {
  Caching,
  CachingCosts,
  CachingOutcome,
  KnownBeginning,
} from '../../core/estimate/caching/caching';
import type { StoredCache } from '../../core/estimate/caching/storage';
import { describeReason } from '../cost';
import { describeTokens } from '../count';
import { showNumber, showPercent, showShare } from '../numbers';
import { counted } from '../language/forms';
import type { Words } from '../words';

// When writing to the vendor's cache pays: in the report and in the terminal.

/** "When caching pays on Claude Haiku 4.5". */
export function cachingHeading({ l10n }: Words, model: string): string {
  return l10n.t('When caching pays on {0}', model);
}

export function cachingAxis({ l10n }: Words, unit: Caching['unit']): string {
  return unit === 'turns'
    ? l10n.t('Turns of the conversation')
    : l10n.t('Calls within the lifetime of the cache');
}

/** The name of a line of the chart. */
export function cachingLine({ l10n }: Words, line: 'cached' | 'without'): string {
  return line === 'cached' ? l10n.t('with the cache') : l10n.t('without the cache');
}

/** Below the chart: what its costs are. */
export function cachingChartNote({ l10n }: Words): string {
  return l10n.t(
    'The costs of all prompts together; the answers cost the same with the cache and without it.',
  );
}

/** "Writing the whole prompt to the cache pays from 2 calls on; below a hit rate of 21.7% it costs more." */
export function describeCaching(words: Words, caching: Caching): string {
  const { l10n } = words;
  const { outcome } = caching;
  const writing = writingOf(words, caching);
  switch (outcome.kind) {
    case 'pays':
      return describePaying(words, caching, outcome);
    case 'never':
      return caching.unit === 'turns'
        ? counted(
            words,
            outcome.costs.most,
            l10n.t('[other]{0} does not pay within {1} turns.'),
            writing,
            shownTurns(words, outcome.costs),
          )
        : l10n.t('{0} never pays: reading it costs no less than sending it.', writing);
    case 'belowMinimum':
      return belowMinimum(words, caching, outcome.minimumTokens);
    case 'nothingToCache':
      return l10n.t('There is no stable beginning of a prompt to cache.');
    case 'unpriced':
      return l10n.t(
        'Whether caching pays is not known. {0}',
        describeReason(words, outcome.reason),
      );
  }
}

type Paying = Extract<CachingOutcome, { readonly kind: 'pays' }>;

function describePaying(words: Words, caching: Caching, outcome: Paying): string {
  const { l10n } = words;
  const { isAtOnce, hitShare, costs } = outcome;
  const [writing, from] = [
    writingOf(words, caching),
    callsOrTurn(words, caching.unit, outcome.from),
  ];
  if (isAtOnce) return l10n.t('{0} pays from {1} on, at no extra cost.', writing, from);
  if (hitShare === undefined) {
    const turns = shownTurns(words, costs);
    return l10n.t('{0} pays from {1} on, but no longer after all {2}.', writing, from, turns);
  }
  return l10n.t(
    '{0} pays from {1} on; below a hit rate of {2} it costs more.',
    writing,
    from,
    showShare(words, hitShare),
  );
}

/** "Writing the whole prompt to the cache": what is taken for stable. */
function writingOf(words: Words, { stable, stableShare, known }: Caching): string {
  const { l10n } = words;
  if (stable === 'known' && known)
    return l10n.t('Writing the first {0} to the cache', describeTokens(words, known.count));
  switch (stable) {
    case 'known':
    case 'prompt':
      return l10n.t('Writing the whole prompt to the cache');
    case 'share':
      return l10n.t('Writing {0} of the prompt to the cache', showPercent(words, stableShare));
    case 'history':
      return l10n.t("Writing each turn's prompt to the cache");
  }
}

/** "Each call begins with the same 3,120 tokens: all before the first placeholder (84% of the prompt)."; or nothing. */
export function knownBeginning(words: Words, known: KnownBeginning | undefined): readonly string[] {
  // Without a share nothing of it is sent: the text is the answer.
  if (!known || known.count.tokens === 0 || known.share === 0) return [];
  const { l10n } = words;
  const shown = [describeTokens(words, known.count), showHundredths(words, known.share)] as const;
  switch (known.kind) {
    case 'placeholder':
      return [
        l10n.t(
          'Each call begins with the same {0}: all before the first placeholder ({1} of the prompt).',
          ...shown,
        ),
      ];
    case 'system':
      return [
        l10n.t(
          'Each call begins with the same {0}: the tools and the system prompt ({1} of the prompt).',
          ...shown,
        ),
      ];
    case 'difference':
      return [
        l10n.t(
          'Each request begins with the same {0}: all before the first difference ({1} of the longest prompt).',
          ...shown,
        ),
      ];
  }
}

/** Beside the chart: how another part of the prompt is assumed. @param label of the assumption. */
export function anotherShare({ l10n }: Words, label: string): string {
  return l10n.t('To assume another share of the prompt, set “{0}”.', label);
}

/** "2 calls", "turn 2". */
export function callsOrTurn(words: Words, unit: Caching['unit'], number: number): string {
  const { l10n } = words;
  const shown = showNumber(words, number);
  if (unit === 'turns') return l10n.t('turn {0}', shown);
  return counted(words, number, l10n.t('[one]{0} call[other]{0} calls'), shown);
}

function shownTurns(words: Words, { most }: CachingCosts): string {
  return showNumber(words, most);
}

function belowMinimum(words: Words, { unit, stableTokens }: Caching, minimum: number): string {
  const { l10n } = words;
  const shown = showNumber(words, minimum);
  return unit === 'turns'
    ? counted(
        words,
        minimum,
        l10n.t(
          '[other]Nothing is cached: no turn reaches the {0} tokens from which this model caches.',
        ),
        shown,
      )
    : counted(
        words,
        stableTokens,
        l10n.t(
          '[one]Nothing is cached: {0} token at the beginning is fewer than the {1} from which this model caches.[other]Nothing is cached: {0} tokens at the beginning are fewer than the {1} from which this model caches.',
        ),
        showNumber(words, stableTokens),
        shown,
      );
}

/** The sentence in a note: "caching pays from 2 calls on, above a hit rate of 21.7%"; empty if it is not known. */
export function cachingNote(words: Words, caching: Caching): readonly string[] {
  const { l10n } = words;
  const { outcome } = caching;
  switch (outcome.kind) {
    case 'pays': {
      const from = callsOrTurn(words, caching.unit, outcome.from);
      const { hitShare, isAtOnce } = outcome;
      if (isAtOnce) return [l10n.t('caching pays from {0} on, at no extra cost', from)];
      return hitShare === undefined
        ? [l10n.t('caching pays from {0} on', from)]
        : [
            l10n.t(
              'caching pays from {0} on, above a hit rate of {1}',
              from,
              showShare(words, hitShare),
            ),
          ];
    }
    case 'never':
      return [l10n.t('caching does not pay')];
    case 'belowMinimum':
      return [tooShortToCache(words)];
    case 'nothingToCache':
    case 'unpriced':
      return [];
  }
}

/** "an explicit cache pays from 62 calls within 24 hours on"; empty if it does not. */
export function storedNote(
  words: Words,
  { breakEven, hours }: Pick<StoredCache, 'breakEven' | 'hours'>,
): readonly string[] {
  const { l10n } = words;
  if (breakEven.kind !== 'pays') return [];
  const calls = callsOrTurn(words, 'calls', breakEven.from);
  const forms = l10n.t(
    '[one]an explicit cache pays from {0} within an hour on[other]an explicit cache pays from {0} within {1} hours on',
  );
  return [counted(words, hours, forms, calls, showNumber(words, hours))];
}

export function tooShortToCache({ l10n }: Words): string {
  return l10n.t('too short to be cached');
}

/** "from 2 calls", "from turn 2", "never", "too short"; "" if it is not known. */
export function cachingCell(words: Words, caching: Caching): string {
  const { l10n } = words;
  const { outcome } = caching;
  switch (outcome.kind) {
    case 'pays':
      return l10n.t('from {0}', callsOrTurn(words, caching.unit, outcome.from));
    case 'never':
      return l10n.t('never');
    case 'belowMinimum':
      return l10n.t('too short');
    case 'nothingToCache':
    case 'unpriced':
      return '';
  }
}

/** To a hundredth of a percent, as the cached share that is taken from it: 40%, 32.43%. */
function showHundredths(words: Words, share: number): string {
  return showPercent(words, Math.round(share * 10_000) / 10_000);
}
