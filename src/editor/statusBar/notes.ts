import type { Estimate, Priced } from '../../core/estimate/estimate';
import type { Model } from '../../core/pricing/table/priceTable';
import { isFile } from '../../core/estimate/textShare';
import { escapeMarkdown } from '../../core/figures/escapeMarkdown';
import { describeExactness } from '../../wording/count';
import { showConversion } from '../../wording/numbers';
import { ruleNotes, sourceNote, volumeNotes } from '../../wording/price';
import { describeChange, describeContext, describeWarnings } from '../../wording/views/readout';
import {
  countEvidence,
  describeNewPrice,
  lensHint,
  noLenses,
  noted,
  triedInReport,
  turnLensesOn,
} from '../../wording/views/tooltip';
import { getStarted, gotIt, howToBegin, introduction, trySample } from '../../wording/views/tour';
import { asSentence, capitalize } from '../../wording/words';
import { fileCallLink, type FileCallNote } from '../../wording/views/fileCall';
import type { Words } from '../../wording/words';
import type { ReadoutFacts } from './facts';

/** Not in the manifest: only the tooltip runs it, with the id of a model. */
export const NOTE_PRICE = '_apiSpend.notePrice';

/** Not in the manifest: the answers to the hint at lenses; the argument says whether they are turned on. */
export const ANSWER_HINT = '_apiSpend.answerLensHint';

/** Not in the manifest: ends the introduction. */
export const END_INTRODUCTION = '_apiSpend.endIntroduction';

/** Not in the manifest: opens the page on how exact the counts are. */
export const SHOW_COUNTING = '_apiSpend.showCounting';

/** Not in the manifest: only the tooltip runs it, with the URI of a file and a link's name. */
export const ANSWER_FILE_CALL = '_apiSpend.answerFileCall';

/** The model's limits, the budgets that the call exceeds and a changed price, for a screen reader. */
export function spokenWarnings(facts: ReadoutFacts): readonly string[] {
  const { words, news, costInReport, template } = facts;
  return [
    ...(template?.mark === undefined ? [] : [template.mark]),
    ...warningsOf(facts),
    ...(news ? [describeNewPrice(words, news)] : []),
    ...(costInReport === undefined ? [] : [triedInReport(words, costInReport)]),
  ];
}

/** That the report shows another cost of this text. */
export function reportNotes({ words, costInReport }: ReadoutFacts): readonly string[] {
  return costInReport === undefined ? [] : [triedInReport(words, escapeMarkdown(costInReport))];
}

function warningsOf({ words, estimate, overruns, settings }: ReadoutFacts): readonly string[] {
  return describeWarnings(words, estimate, overruns, settings.scenario);
}

/** The changed price, and a link by which the user notes it. */
export function newsNotes({ words, news, estimate }: ReadoutFacts): readonly string[] {
  if (!news) return [];
  const args = encodeURIComponent(JSON.stringify([estimate.model.id]));
  const link = `[${noted(words)}](command:${NOTE_PRICE}?${args})`;
  return [`$(bell-dot) ${asSentence(words, describeNewPrice(words, news))} ${link}`];
}

/** The warnings as lines of the tooltip. */
export function warningNotes(facts: ReadoutFacts): readonly string[] {
  return warningsOf(facts).map((warning) => `$(warning) ${capitalize(facts.words, warning)}`);
}

/** The change since the last save, the share of the context window, and how exact the count is. */
export function textNotes({ words, estimate, change }: ReadoutFacts): readonly string[] {
  const { count } = estimate;
  const context = describeContext(words, estimate);
  return [
    ...(change ? [describeChange(words, change, count)] : []),
    ...(context === undefined ? [] : [context]),
    // A picture has a formula, which the notes on the file name.
    ...(isFile(estimate)
      ? []
      : [
          `${describeExactness(words, count, countedModel(estimate))} ([${countEvidence(words)}](command:${SHOW_COUNTING}))`,
        ]),
  ];
}

/** The model whose count is the least exact, of a sum over several. */
function countedModel({ model, shares = [] }: Estimate): Model {
  const models = shares.map((share) => share.estimate.model);
  const estimated = models.find(({ tokenizer }) => tokenizer.accuracy === 'estimated');
  return estimated ?? models[0] ?? model;
}

/** Opens the price sheet. */
export function sheetLink(modelId: string): string {
  return `command:apiSpend.showPriceSheet?${encodeURIComponent(JSON.stringify([modelId]))}`;
}

/** The rules of the price, the cost of a day and a month, and the source of the price. */
export function priceNotes(
  { words, estimate, settings, age }: ReadoutFacts,
  price: Priced,
): readonly string[] {
  const { scenario } = settings;
  // The rules and the source of a price are those of one model.
  if (estimate.shares)
    return [
      ...volumeNotes(words, estimate, price, scenario),
      ...showConversion(words).map(escapeMarkdown),
    ];
  return [
    ...ruleNotes(words, price, scenario, escapeMarkdown),
    ...volumeNotes(words, estimate, price, scenario),
    ...showConversion(words).map(escapeMarkdown),
    sourceNote(words, price, age),
  ];
}

/** Prompt files can have lenses, with links that turn them on or end the hint. */
export function hintNotes({ words, hintsAtLenses }: ReadoutFacts): readonly string[] {
  if (!hintsAtLenses) return [];
  const answer = (title: string, isYes: boolean): string =>
    `[${title}](command:${ANSWER_HINT}?${encodeURIComponent(JSON.stringify([isYes]))})`;
  const [yes, no] = [answer(turnLensesOn(words), true), answer(noLenses(words), false)];
  return [`$(lightbulb) ${lensHint(words)} ${yes} · ${no}`];
}

/** What the item is, with links to the walkthrough and to end this, while it explains itself. */
export function introductionNotes({ words, isNew }: ReadoutFacts): readonly string[] {
  if (!isNew) return [];
  const links = [
    `[${getStarted(words)}](command:apiSpend.getStarted)`,
    `[${gotIt(words)}](command:${END_INTRODUCTION})`,
  ];
  return [`$(lightbulb) ${introduction(words)} ${links.join(' · ')}`];
}

/** In place of a cost while there is no text and never was one. */
export function beginNote(words: Words): string {
  const sample = encodeURIComponent(JSON.stringify(['text']));
  const links = [
    `[${trySample(words)}](command:apiSpend.getStarted?${sample})`,
    `[${getStarted(words)}](command:apiSpend.getStarted)`,
  ];
  return `${howToBegin(words)} ${links.join(' · ')}`;
}

/** The note on the call that the file names, as a line. */
export function fileCallLine(words: Words, note: FileCallNote): string {
  const text = escapeMarkdown(note.text);
  if (note.kind === 'unknown') return `$(info) ${text}`;
  const links = note.links.map((link) => {
    const args = encodeURIComponent(JSON.stringify([note.uri, link]));
    return `[${fileCallLink(words, link)}](command:${ANSWER_FILE_CALL}?${args})`;
  });
  return `${text} ${links.join(' · ')}`;
}
