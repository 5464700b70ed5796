import { exportMarkdown } from '../../../core/export/markdown';
import { describeReading } from '../../../wording/models/names';
import { ENGLISH_EXPORT } from '../../../wording/documents/export';
import {
  describeAmounts,
  describeCounted,
  describeListed,
  GIVEN_TEXT,
} from '../../../wording/programs/toolAnswer';
import { spreadOf } from '../../../wording/views/templates';
import { ENGLISH } from '../../../wording/words';
import type { TextEstimate } from '../texts';
import { shownEstimates, userIdOf } from './listed';
import type { ToolText } from './file';
import type { ToolInput } from './input';

/** The estimates in Markdown for a language model: the exported table, and what was counted. */
export function toolAnswer(
  counted: ToolText,
  { estimates, more, settings, atMs, named }: TextEstimate,
  { models, limit }: Pick<ToolInput, 'models' | 'limit'>,
  version: string,
): string {
  const userId = userIdOf(named, settings);
  const shown = models === 'current' ? shownEstimates(estimates, limit, userId) : estimates;
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
    ...spreadNotes(shown, userId),
    models === 'current' && describeListed(listed),
    ...named.map((each) => describeReading(ENGLISH, each, atMs)),
    describeAmounts(settings.scenario),
  ];
  return `${table}\n${notes.filter((note) => typeof note === 'string').join('\n')}\n`;
}

/** The mean of a template's samples and the one that costs the most, on the user's model, else on the first. */
function spreadNotes(
  shown: TextEstimate['estimates'],
  userId: string | undefined,
): readonly string[] {
  const estimate = shown.find(({ model }) => model.id === userId) ?? shown[0];
  const spread = estimate && spreadOf(ENGLISH, estimate);
  return spread === undefined ? [] : [`${estimate?.model.id ?? ''}: ${spread}`];
}

function charactersOf({ parts }: ToolText): number {
  return parts.reduce((sum, { text }) => sum + text.length, 0);
}
