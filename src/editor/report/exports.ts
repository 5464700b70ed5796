import { env, Uri, window, workspace } from 'vscode';
import { fileStem, lastName } from '../../core/files/paths';
import type { ExportFormat } from '../../protocol/requests';
import {
  reportCopied,
  reportNotSaved,
  reportSaved,
  saveReportTitle,
} from '../../wording/page/report';
import { homeFolder } from '../environment';
import { HumanError, reasonOf } from '../errors';
import { writeWhole } from '../wholeFile';
import { wordsOf } from '../words';

const FORMAT_NAMES: Readonly<Record<ExportFormat, string>> = {
  csv: 'CSV',
  json: 'JSON',
  md: 'Markdown',
  svg: 'SVG',
};

/** Copies an export. @returns a sentence for the user. */
export async function copyExport(format: ExportFormat, text: string): Promise<string> {
  await env.clipboard.writeText(text);
  return reportCopied(wordsOf(), FORMAT_NAMES[format]);
}

/**
 * Saves an export where the user chooses.
 *
 * @returns a sentence for the user; null if cancelled.
 * @throws {HumanError} if it cannot be written; a file that was there stays.
 */
export async function saveExport(
  format: ExportFormat,
  subjectName: string,
  text: string,
): Promise<string | null> {
  const proposed = proposedUri(`${fileStem(subjectName)}-cost.${format}`);
  const uri = await window.showSaveDialog({
    ...(proposed ? { defaultUri: proposed } : {}),
    filters: { [FORMAT_NAMES[format]]: [format] },
    title: saveReportTitle(wordsOf(), FORMAT_NAMES[format]),
  });
  if (!uri) return null;
  return writeExport(uri, text);
}

/** The part of `saveExport` after the dialog. */
export async function writeExport(uri: Uri, text: string): Promise<string> {
  const name = lastName(uri.path);
  try {
    await writeWhole(uri, new TextEncoder().encode(text));
  } catch (cause) {
    throw new HumanError(reportNotSaved(wordsOf(), name, reasonOf(cause)), { cause });
  }
  return reportSaved(wordsOf(), name);
}

/**
 * In the first folder of the workspace, else in the user's home. Undefined in a browser without a folder: the dialog
 * opens for no URI whose file system does not exist, such as `untitled:`.
 */
function proposedUri(fileName: string): Uri | undefined {
  const folder = workspace.workspaceFolders?.[0]?.uri ?? homeFolder();
  return folder && Uri.joinPath(folder, fileName);
}
