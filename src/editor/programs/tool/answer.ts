import type { Estimate } from '../../../core/estimate/estimate';
import { canBeBought, compareEstimates } from '../../../core/estimate/ranking';
import { exportMarkdown } from '../../../core/export/markdown';
import { describeReading } from '../../../wording/models/names';
import { ENGLISH_EXPORT } from '../../../wording/documents/export';
import {
  describeAmounts,
  describeCounted,
  describeListed,
  GIVEN_TEXT,
} from '../../../wording/programs/toolAnswer';
import { ENGLISH } from '../../../wording/words';
import type { TextEstimate } from '../texts';
import type { ToolText } from './file';
import type { ToolInput } from './input';

/** The estimates in Markdown for a language model: the exported table, and what was counted. */
export function toolAnswer(
  counted: ToolText,
  { estimates, more, settings, atMs, named }: TextEstimate,
  { models, limit }: Pick<ToolInput, 'models' | 'limit'>,
  version: string,
): string {
  const userId = named.find(({ name }) => name === settings.modelName)?.model.id ?? '';
  const shown = models === 'current' ? cheapest(estimates, limit, userId) : estimates;
  const report = {
    version,
    atMs,
    scenario: settings.scenario,
    baselineId: userId,
    paths: [counted.file?.name ?? GIVEN_TEXT],
    rows: shown,
    staleAfterDays: settings.staleAfterDays,
  };
  const table = exportMarkdown(report, ENGLISH_EXPORT);
  const listed = {
    shown: shown.length,
    all: estimates.length + more,
    userId,
    userName: settings.modelName,
  };
  const notes = [
    describeCounted(charactersOf(counted), counted.file),
    ...(counted.valueNotes ?? []),
    models === 'current' && describeListed(listed),
    ...named.map((each) => describeReading(ENGLISH, each, atMs)),
    describeAmounts(settings.scenario),
  ];
  return `${table}\n${notes.filter((note) => typeof note === 'string').join('\n')}\n`;
}

function charactersOf({ parts }: ToolText): number {
  return parts.reduce((sum, { text }) => sum + text.length, 0);
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
