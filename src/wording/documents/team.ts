import type { TeamFileProblem } from '../../core/team/parse';
import { TEAM_FILE_NAME } from '../../core/team/fileName';
import type { Problem } from '../../core/pricing/table/problem';
import { describeJsonError } from '../json';
import { describeProblem } from '../problems';
import { notJson } from '../views/prices';
import { about, type Words } from '../words';

// The team's file, .api-spend.json.

/** "team/.api-spend.json: discounts.openai/* is not a number: "0.85"". @param file its name or path. */
export function teamFileProblem(words: Words, file: string, problem: TeamFileProblem): string {
  return problem.kind === 'syntax'
    ? notJson(words, file, describeJsonError(words, problem.error, problem.line))
    : teamEntryProblem(words, file, problem.problem);
}

/** A rejected value of the file. */
export function teamEntryProblem(words: Words, file: string, problem: Problem): string {
  const sentence = describeProblem(words, problem);
  return problem.path === '' ? `${file} ${sentence}` : about(words, file, sentence);
}

export function teamFileUnreadable({ l10n }: Words, reason: string): string {
  return l10n.t('{0} cannot be read: {1}', TEAM_FILE_NAME, reason);
}

/** Follows a problem of the whole file. @param hasLastGood whether an earlier text of the file was valid. */
export function teamFileInForce({ l10n }: Words, hasLastGood: boolean): string {
  return hasLastGood
    ? l10n.t('Its last valid content stays in force.')
    : l10n.t('Nothing of it is in force.');
}

export function teamFileRestricted({ l10n }: Words): string {
  return l10n.t('{0} is ignored in Restricted Mode. Trust the folder to use it.', TEAM_FILE_NAME);
}
