// Files in a folder of the workspace, and their estimates.
import assert from 'node:assert/strict';
import { commands, workspace, type Uri } from 'vscode';
import type { ReportSubject } from '../../src/protocol/subject';
import { apiSpend, workspaceFile, writeWorkspaceFile } from './window';

/** The folder that tests fill, estimate and delete. */
export const FOLDER = 'scan';

/** Writes a file in the folder. */
export async function write(path: string, content: string | Uint8Array): Promise<Uri> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return writeWorkspaceFile(`${FOLDER}/${path}`, bytes);
}

/** Files that are written at a time. */
const AT_ONCE = 50;

/** @param file the path in the folder and the text of each of them, by its number from 0 */
export async function writeMany(
  count: number,
  file: (number: number) => readonly [path: string, text: string],
): Promise<void> {
  for (let first = 0; first < count; first += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, count - first) }, (_, at) => first + at);
    await Promise.all(numbers.map(async (number) => write(...file(number))));
  }
}

/** Deletes the folder. */
export async function deleteFolder(): Promise<void> {
  await workspace.fs.delete(workspaceFile(FOLDER), { recursive: true, useTrash: false });
}

/** Runs the command with the arguments of a menu. Returns the new subject of the report. */
export async function estimate(clicked: Uri, selected?: readonly Uri[]): Promise<ReportSubject> {
  const before = (await apiSpend()).reportSubject;
  await commands.executeCommand('apiSpend.estimateFiles', clicked, selected);
  const after = (await apiSpend()).reportSubject;
  assert.ok(after && after !== before, 'the subject of the report has not changed');
  return after;
}

/** The tokens of each file in the encoding of `openai/gpt-5`. */
export function tokensOf({ files, groups }: ReportSubject): Record<string, number> {
  const group = groups.indexOf('o200k_base');
  return Object.fromEntries(files.map(({ path, counts }) => [path, counts[group]?.[0] ?? -1]));
}
