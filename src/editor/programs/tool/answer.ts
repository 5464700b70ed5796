import type { Estimate } from '../../../core/estimate/estimate';
import { canBeBought, compareEstimates } from '../../../core/estimate/ranking';
import { exportMarkdown } from '../../../core/export/markdown';
import { formatTokens } from '../../../core/figures/formats';
import { visibleText } from '../../../core/figures/visibleText';
import { findModel } from '../../../core/pricing/findModel';
import { ENGLISH_EXPORT } from '../../../wording/documents/export';
import type { TextEstimate } from '../texts';
import type { ToolFileText } from './file';
import type { ToolInput } from './input';

/** The text that the tool prices. */
export interface ToolText {
  readonly text: string;
  readonly languageId: string;
  /** Undefined: the text was given. */
  readonly file: ToolFileText | undefined;
}

/** The estimates in Markdown for a language model: the exported table, and what was counted. */
export function toolAnswer(
  counted: ToolText,
  { estimates, settings, atMs }: TextEstimate,
  { models, limit }: Pick<ToolInput, 'models' | 'limit'>,
  version: string,
): string {
  const userModel = findModel({ models: estimates.map(({ model }) => model) }, settings.modelName);
  const userId = userModel.kind === 'found' ? userModel.model.id : '';
  const shown = models === 'all' ? cheapest(estimates, limit, userId) : estimates;
  const report = {
    version,
    atMs,
    scenario: settings.scenario,
    baselineId: userId,
    paths: [counted.file?.name ?? 'the given text'],
    rows: shown,
    staleAfterDays: settings.staleAfterDays,
  };
  const table = exportMarkdown(report, ENGLISH_EXPORT);
  const notes = [
    describeCounted(counted),
    models === 'all' && describeChoice(shown.length, estimates.length, userId, settings.modelName),
    `Amounts are US dollars for ${settings.scenario.conversationTurns > 1 ? 'one conversation' : 'one call'}. Assumptions that were not given are those of the user's settings (apiSpend.scenario.*).`,
  ];
  return `${table}\n${notes.filter((note) => note !== false).join('\n')}\n`;
}

/** The cheapest models that are sold and that the call fits, and the user's model. */
function cheapest(
  estimates: readonly Estimate[],
  limit: number,
  userId: string,
): readonly Estimate[] {
  const first = new Set(estimates.filter(canBeBought).toSorted(compareEstimates).slice(0, limit));
  return estimates.filter((each) => first.has(each) || each.model.id === userId);
}

function describeCounted({ text, file }: ToolText): string {
  const length = `${formatTokens(text.length)} characters`;
  if (!file) return `Counted: the given text, ${length}.`;
  const state = file.hasUnsavedChanges ? ' as it stands in the editor, with unsaved changes' : '';
  const form = file.isNotebook
    ? ' It is the file as it is stored, JSON with outputs; the text of its cells alone is less.'
    : '';
  return `Counted: ${visibleText(file.name)}${state}, ${length}.${form}`;
}

/** @param userId empty where the user's setting names no model, or several. */
function describeChoice(shown: number, all: number, userId: string, userName: string): string {
  const users = userId === '' ? '' : `, and the user's (${userId})`;
  const unknown =
    userId === ''
      ? ` The user's setting apiSpend.model names no model of the table: ${JSON.stringify(visibleText(userName))}.`
      : '';
  return `${shown} of ${all} models are listed: the cheapest that are sold and that the call fits${users}. "limit" lists more.${unknown}`;
}
