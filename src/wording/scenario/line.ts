import type { OwnAnswers } from '../../core/estimate/own/calls';
import type { FieldName } from '../../core/scenario/fields';
import { fieldsOf, type LinePart } from '../../core/scenario/lineParts';
import type { FullScenario } from '../../core/scenario/scenario';
import { describeUnit, forEachFile, isConversation, withOwnAnswers } from '../call';
import { countOfRequests } from '../views/requestCount';
import { showTime } from '../numbers';
import { fieldNotes } from './sentences';
import { describeValues } from './values';
import { commas } from '../language/lists';
import type { Words } from '../words';

// The line that tells all assumptions, and what is said of those that are tried.

/** What is priced: one text, some files or some requests. */
export interface PricedTexts {
  readonly kind: 'files' | 'requests' | 'text';
  readonly texts: number;
  /** How many of them name their longest answer. */
  readonly ownAnswers: OwnAnswers;
}

export const ONE_TEXT: PricedTexts = { kind: 'text', texts: 1, ownAnswers: 'none' };

/** "500 output tokens", "100 calls a day", "no cache", "standard price". */
export function describePart(
  words: Words,
  part: LinePart,
  scenario: FullScenario,
  priced = ONE_TEXT,
): string {
  const { l10n } = words;
  const notes = commas(words, notesOf(words, part, scenario));
  switch (part) {
    case 'answer':
      return withOwnAnswers(words, notes, priced.ownAnswers);
    case 'calls':
      return callsOn(words, scenario, notes, priced);
    case 'cache':
      return (
        notes || (cachesHistory(scenario) ? l10n.t('nothing else cached') : l10n.t('no cache'))
      );
    case 'terms':
      return notes || l10n.t('standard price');
  }
}

/** The history is cached, as the calls say. */
function cachesHistory(scenario: FullScenario): boolean {
  return scenario.cacheHistory && isConversation(scenario);
}

/** "one call for each file", "1,000 requests", "1,000 requests, 100 calls a day". */
function callsOn(
  words: Words,
  { callsPerDay }: FullScenario,
  notes: string,
  { kind, texts }: PricedTexts,
): string {
  if (texts === 1) return notes;
  if (kind !== 'requests') return forEachFile(words, notes);
  return commas(words, [countOfRequests(words, texts), ...(callsPerDay === 1 ? [] : [notes])]);
}

function notesOf(words: Words, part: LinePart, scenario: FullScenario): readonly string[] {
  const notes = fieldNotes(words, scenario);
  const { callsPerDay } = scenario;
  const fields = fieldsOf(part).filter(
    (name) => name !== 'conversationTurns' && (name !== 'callsPerDay' || callsPerDay !== 1),
  );
  const unit = part === 'calls' && (isConversation(scenario) || callsPerDay === 1);
  return [
    ...(unit ? [describeUnit(words, scenario)] : []),
    ...fields.map((name) => notes[name]).filter((note) => note !== false),
  ];
}

/** The time of the call. @param callAtMs milliseconds since 1970; undefined: now. */
export function describeCallTime(words: Words, callAtMs: number | undefined): string {
  const { l10n } = words;
  return callAtMs === undefined ? l10n.t('now') : l10n.t('at {0}', showTime(words, callAtMs));
}

/** "Preset: One question": a preset is a choice of the user, no finding. */
export function presetInLine({ l10n }: Words, name: string): string {
  return l10n.t('Preset: {0}', name);
}

export type LineLabel = 'presets' | 'all';

export function lineLabel({ l10n }: Words, label: LineLabel): string {
  switch (label) {
    case 'presets':
      return l10n.t('Presets');
    case 'all':
      return l10n.t('All assumptions');
  }
}

/**
 * "Tried, not saved: 10 output tokens, batch".
 *
 * @param fields assumptions that differ from the settings.
 * @param callAtMs a chosen time of the call; undefined: now.
 */
export function describeTried(
  words: Words,
  scenario: FullScenario,
  fields: readonly FieldName[],
  callAtMs: number | undefined,
): string {
  const { l10n } = words;
  const tried = [
    ...(fields.length === 0 ? [] : [describeValues(words, scenario, fields)]),
    ...(callAtMs === undefined ? [] : [describeCallTime(words, callAtMs)]),
  ];
  return l10n.t('Tried, not saved: {0}', commas(words, tried));
}
