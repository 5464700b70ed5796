import { visibleText } from '../../core/figures/visibleText';
import type { RequestFileKind } from '../../core/requests/request';
import { outputTokens } from '../call';
import { showNumber } from '../numbers';
import { counted } from '../language/forms';
import { commas } from '../language/lists';
import { asSentence, type Words } from '../words';

// The model and the ceiling that a file names in its front matter.

/** As the front matter has them; at least one is there. */
interface NamedCall {
  readonly modelName: string | undefined;
  readonly maxOutputTokens: number | undefined;
}

/** "gpt-4o, at most 800 output tokens". */
function describeNamed(words: Words, { modelName, maxOutputTokens }: NamedCall): string {
  return commas(words, [
    ...(modelName === undefined ? [] : [visibleText(modelName)]),
    ...(maxOutputTokens === undefined ? [] : [atMost(words, maxOutputTokens)]),
  ]);
}

/** "at most 800 output tokens". */
function atMost(words: Words, tokens: number): string {
  const { l10n } = words;
  return l10n.t('at most {0}', outputTokens(words, tokens));
}

/** "This file names gpt-4o, at most 800 output tokens:", before links. */
export function namedInFile(words: Words, call: NamedCall): string {
  const { l10n } = words;
  return l10n.t('This file names {0}:', describeNamed(words, call));
}

/** "Model of this file: gpt-4o, at most 800 output tokens." */
export function modelOfFile(words: Words, call: NamedCall): string {
  const { l10n } = words;
  return l10n.t('Model of this file: {0}.', describeNamed(words, call));
}

/** Marks the model in a list. */
export function fileNamesIt({ l10n }: Words): string {
  return l10n.t('this file names it');
}

/** In a list of models, the sum over the models that requests name. */
export function eachOnItsModel({ l10n }: Words): string {
  return l10n.t('each request on the model that it names');
}

/** "Ceiling of this file: at most 800 output tokens." */
export function ceilingOfFile(words: Words, tokens: number): string {
  const { l10n } = words;
  return l10n.t('Ceiling of this file: {0}.', atMost(words, tokens));
}

/** @param problem why the name leads to no model, without a full stop. */
export function unknownInFile(words: Words, problem: string): string {
  const { l10n } = words;
  return l10n.t('The model that this file names is not used: {0}', asSentence(words, problem));
}

/** What requests state of their calls, as far as it changes their price. */
export interface StatedCalls {
  readonly kind: RequestFileKind;
  readonly requests: number;
  readonly modelNames: readonly string[];
  /** Number of requests that name no model. */
  readonly unnamed: number;
  /** Number of requests that state their longest answer. */
  readonly stated: number;
}

/** "Priced as the requests state: gpt-4o-mini, their longest answers, in a batch." */
export function usedOfRequests(words: Words, stated: StatedCalls): string {
  const { l10n } = words;
  const list = statedList(words, stated);
  return list === ''
    ? l10n.t('The requests state no model and no longest answer.')
    : l10n.t('Priced as the requests state: {0}.', list);
}

/** "The requests state gpt-4o-mini, their longest answers:", before links. */
export function statedByRequests(words: Words, stated: StatedCalls): string {
  const { l10n } = words;
  return l10n.t('The requests state {0}:', statedList(words, stated));
}

/** Empty if they state nothing that changes their price. */
export function statedList(
  words: Words,
  { kind, requests, modelNames, unnamed, stated }: StatedCalls,
): string {
  const { l10n } = words;
  const [model, ...others] = modelNames;
  return commas(words, [
    ...(model !== undefined && others.length === 0
      ? [namedBy(words, visibleText(model), requests - unnamed, requests)]
      : []),
    ...(others.length > 0 ? [manyModels(words, modelNames.length)] : []),
    ...(stated === requests && stated > 0 ? [l10n.t('their longest answers')] : []),
    ...(stated > 0 && stated < requests
      ? [l10n.t('the longest answers of {0} of them', showNumber(words, stated))]
      : []),
    ...(kind === 'batch' ? [l10n.t('in a batch')] : []),
  ]);
}

/** "gpt-4o-mini", or "gpt-4o-mini (named by 1 of 3)": the others are priced on it too. */
function namedBy(words: Words, model: string, named: number, requests: number): string {
  const { l10n } = words;
  return named === requests
    ? model
    : l10n.t(
        '{0} (named by {1} of {2})',
        model,
        showNumber(words, named),
        showNumber(words, requests),
      );
}

function manyModels(words: Words, models: number): string {
  const { l10n } = words;
  return counted(
    words,
    models,
    l10n.t('[other]{0} models, each request on its own'),
    showNumber(words, models),
  );
}

export type FileCallLink = 'use' | 'useInAll' | 'stop' | 'stopInAll';

export function fileCallLink({ l10n }: Words, link: FileCallLink): string {
  switch (link) {
    case 'use':
      return l10n.t('use it');
    case 'useInAll':
      return l10n.t('use what files name, always');
    case 'stop':
      return l10n.t('stop using it');
    case 'stopInAll':
      return l10n.t('ask again for each file');
  }
}

/** What the tooltip says of the call that a file names. */
export type FileCallNote =
  | {
      readonly kind: 'used' | 'offered';
      /** A sentence, or its beginning before the links. */
      readonly text: string;
      readonly uri: string;
      readonly links: readonly FileCallLink[];
    }
  | { readonly kind: 'unknown'; readonly text: string };
