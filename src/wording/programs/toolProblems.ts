import { LARGEST_TEXT_MB } from '../../core/files/scanned/limits';
import type { Problem } from '../../core/pricing/table/problem';
import { describeProblem } from '../problems';
import { ENGLISH } from '../words';

// Errors of the agent tool. They are for language models, and only in English; each says how to correct the call.

/** "models is not a list of model names: 5." */
export function wrongInput(problem: Problem): string {
  const path = problem.path === '' ? 'input' : problem.path;
  return `${describeProblem(ENGLISH, { ...problem, path })}.`;
}

export type SubjectProblem = 'textAndFile' | 'neither';

export function wrongSubject(problem: SubjectProblem): string {
  return problem === 'textAndFile'
    ? 'Give either "text" or "filePath", not both.'
    : 'Give the text itself as "text", or the path of one file as "filePath".';
}

export function wrongTime(at: string): string {
  return `"at" is not a day such as 2026-11-23 or an instant in UTC such as 2026-11-23T14:00:00Z: ${at}.`;
}

export type ToolFileProblem = 'folder' | 'forbidden' | 'binary' | 'tooLarge';

export function wrongFile(name: string, problem: ToolFileProblem): string {
  switch (problem) {
    case 'folder':
      return `"${name}" is a folder. Name one file; call once for each file.`;
    case 'forbidden':
      return `There is no permission to read "${name}".`;
    case 'binary':
      return `"${name}" is a binary file: it has no text to count.`;
    case 'tooLarge':
      return `"${name}" is larger than ${LARGEST_TEXT_MB} MB. Give a part of it as "text".`;
  }
}

export function unreadableFile(name: string, reason: string): string {
  return `"${name}" cannot be read: ${reason}.`;
}

/** @param folders names of the workspace folders. */
export function noSuchFile(path: string, folders: readonly string[]): string {
  const whereToLook =
    folders.length === 0
      ? 'No folder is open: give an absolute path, or the text itself as "text".'
      : `Paths are relative to the workspace (${folders.join(', ')}) or absolute.`;
  return `There is no file "${path}". ${whereToLook}`;
}

/** @param problem a sentence. */
export function noEstimateMade(problem: string): string {
  return `${problem} No estimate was made; the cost is unknown, not 0.`;
}
