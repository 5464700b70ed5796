import { plainText } from '../../core/figures/plainText';
import { shorten } from '../../core/figures/visibleText';
import type { PriceChange } from '../../core/pricing/priceChange';
import type { Problem } from '../../core/pricing/table/problem';
import { showNumber } from '../numbers';
import { describeRateChanges } from '../price';
import { describeProblem, LONGEST_SHOWN } from '../problems';
import { counted } from '../language/forms';
import { inBrackets, semicolons } from '../language/lists';
import { about, type Words } from '../words';

// Price tables that the user loads from a file or a web address.

export function notPriceTable(words: Words, file: string, problem: Problem): string {
  const { l10n } = words;
  const { path, model } = problem;
  const sentence = describeProblem(words, problem);
  if (path === '') return l10n.t('{0} is not a price table: it {1}', file, sentence);
  return model === undefined
    ? l10n.t('{0} is not a price table: {1}', file, sentence)
    : l10n.t(
        '{0} is not a price table. Of {1}, {2}',
        file,
        shorten(model, LONGEST_SHOWN),
        sentence,
      );
}

export function notJson({ l10n }: Words, file: string, reason: string): string {
  return l10n.t('{0} is not JSON: {1}', file, reason);
}

/** A refused table. @param reason without a full stop. */
export function tableRefused({ l10n }: Words, reason: string): string {
  return l10n.t('{0}. No price has changed.', reason);
}

export function notText({ l10n }: Words, file: string): string {
  return l10n.t('{0} is not UTF-8 text', file);
}

/** Numbers of models of a loaded table. */
export interface UpdateCounts {
  readonly replaced: number;
  readonly added: number;
  readonly kept: number;
}

/** "Prices updated: models with other prices: 3; new models: 1." */
export function pricesUpdated(words: Words, { replaced, added, kept }: UpdateCounts): string {
  const { l10n } = words;
  const counts: readonly (readonly [string, number])[] = [
    [l10n.t('models with other prices'), replaced],
    [l10n.t('new models'), added],
    [l10n.t('models kept because their prices are newer or better known'), kept],
  ];
  const parts = counts.flatMap(([name, count]) =>
    count === 0 ? [] : [about(words, name, showNumber(words, count))],
  );
  return l10n.t('Prices updated: {0}.', semicolons(words, parts));
}

/** Of a loaded table that has no price other than those in use, and no newer one. */
export function nothingNew({ l10n }: Words, file: string): string {
  return l10n.t(
    'Nothing has changed: each price of {0} is in use already, or was checked later.',
    file,
  );
}

export function updateDialog({ l10n }: Words): {
  readonly title: string;
  readonly openLabel: string;
  readonly filter: string;
} {
  return {
    title: l10n.t('Update Prices'),
    openLabel: l10n.t('Use These Prices'),
    filter: l10n.t('Price tables'),
  };
}

export function updateSource(
  { l10n }: Words,
  source: 'file' | 'web',
): { readonly label: string; readonly detail: string } {
  return source === 'file'
    ? { label: l10n.t('From a file…'), detail: l10n.t('A price table on this machine.') }
    : {
        label: l10n.t('From a web address…'),
        detail: l10n.t(
          'One request to the address of apiSpend.pricing.updateUrl, after you agree.',
        ),
      };
}

export function addressPrompt({ l10n }: Words): {
  readonly title: string;
  readonly prompt: string;
  readonly placeHolder: string;
} {
  return {
    title: l10n.t('Address of a price table'),
    prompt: l10n.t('It is saved as apiSpend.pricing.updateUrl in your user settings.'),
    placeHolder: 'https://example.com/pricing.json',
  };
}

/** Asks before the first request to an address. */
export function consentToRequest(
  { l10n }: Words,
  address: string,
  host: string,
): { readonly message: string; readonly detail: string; readonly button: string } {
  return {
    message: l10n.t('Request prices from {0}?', host),
    detail: l10n.t(
      'API Spend will request {0} now, and again each time you update prices from it. It sends no text, no settings and no cookies, and requests nothing at any other time.',
      address,
    ),
    button: l10n.t('Request Prices'),
  };
}

export function requestingPrices({ l10n }: Words, host: string): string {
  return l10n.t('Requesting prices from {0}', host);
}

/** Why an address gave no price table. */
export type DownloadProblem =
  | { readonly kind: 'status'; readonly status: number }
  /** `to`: a host; empty if it is unknown. */
  | { readonly kind: 'redirected'; readonly to: string }
  | { readonly kind: 'tooLarge'; readonly mostBytes: number }
  | { readonly kind: 'tooSlow'; readonly seconds: number }
  | { readonly kind: 'unknownHost' | 'refused' | 'certificate' | 'redirectsOften' }
  /** `reason`: of the network, in its words. */
  | { readonly kind: 'unreachable'; readonly reason: string };

export function describeDownloadProblem(
  words: Words,
  host: string,
  problem: DownloadProblem,
): string {
  return tableRefused(words, downloadReason(words, host, problem));
}

/** Without its last full stop. */
function downloadReason(words: Words, host: string, problem: DownloadProblem): string {
  const { l10n } = words;
  switch (problem.kind) {
    case 'status':
      return l10n.t('{0} answered with the status {1}', host, problem.status);
    case 'redirected':
      return problem.to === ''
        ? l10n.t('{0} redirects. Set the final address', host)
        : l10n.t(
            '{0} redirects to {1}, which was not requested. Set that address if you trust it',
            host,
            problem.to,
          );
    case 'redirectsOften':
      return l10n.t('{0} redirects again and again. Set the final address', host);
    case 'tooLarge':
      return l10n.t(
        'The answer of {0} has more than {1} MB',
        host,
        showNumber(words, problem.mostBytes / 1_000_000),
      );
    case 'tooSlow':
      return counted(
        words,
        problem.seconds,
        l10n.t(
          '[one]{0} has not answered in full within {1} second[other]{0} has not answered in full within {1} seconds',
        ),
        host,
        showNumber(words, problem.seconds),
      );
    case 'unknownHost':
      return l10n.t('The name {0} is not known in the network', host);
    case 'refused':
      return l10n.t('{0} cannot be reached: nothing answers at this address', host);
    case 'certificate':
      return l10n.t(
        'The certificate of {0} is not one that VS Code trusts; nothing was requested',
        host,
      );
    case 'unreachable':
      return l10n.t('{0} cannot be reached: {1}', host, problem.reason);
  }
}

/** What an update has changed for the models that the user has used, in one sentence. */
export function describeUsedChanges(words: Words, changes: readonly PriceChange[]): string {
  const { l10n } = words;
  if (changes.length === 0) {
    return l10n.t('The prices of the models that you use have not changed.');
  }
  const each = changes.map(({ model, rates }) =>
    inBrackets(words, plainText(model.id), describeRateChanges(words, rates)),
  );
  return l10n.t(
    'Of the models that you use, these have other prices: {0}.',
    semicolons(words, each),
  );
}

/** @param wasLoaded whether a loaded table was in use. */
export function useBundledDone({ l10n }: Words, wasLoaded: boolean): string {
  return wasLoaded
    ? l10n.t('The bundled prices are in use again.')
    : l10n.t('The bundled prices are already in use.');
}

/** @param folder of the extension's storage. */
export function pricesNotKept({ l10n }: Words, folder: string, reason: string): string {
  return l10n.t(
    'The prices cannot be saved for the next start, so none has changed. Make sure that {0} can be written and that its disk is not full. {1}',
    folder,
    reason,
  );
}

export function loadedPricesUnreadable({ l10n }: Words): string {
  return l10n.t(
    'Loaded prices can no longer be read and are ignored. Load them again with "API Spend: Update Prices…", or run "API Spend: Use Bundled Prices".',
  );
}

/** "… (2 more in the API Spend log)". */
export function firstOf(words: Words, problems: readonly string[]): string {
  const { l10n } = words;
  const [first = ''] = problems;
  const more = problems.length - 1;
  if (more <= 0) return first;
  return l10n.t('{0} ({1} more in the API Spend log)', first, showNumber(words, more));
}
