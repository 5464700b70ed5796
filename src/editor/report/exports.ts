import { env, Uri, window, workspace } from 'vscode';
import type { ExportFormat } from '../../protocol/requests';
import { reportCopied, reportSaved, saveReportTitle } from '../../wording/page/report';
import { homeFolder } from '../environment';
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

/** Saves an export where the user chooses. @returns a sentence for the user; null if cancelled. */
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
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return reportSaved(wordsOf(), uri.path.slice(uri.path.lastIndexOf('/') + 1));
}

/** A file name that is valid in every file system. */
export function fileStem(name: string): string {
  const plain = name
    .replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')
    .replaceAll(/^[.-]+|[.-]+$/g, '')
    .slice(0, 80);
  return plain === '' ? 'report' : plain;
}

/**
 * In the first folder of the workspace, else in the user's home. Undefined in a browser without a folder: the dialog
 * opens for no URI whose file system does not exist, such as `untitled:`.
 */
function proposedUri(fileName: string): Uri | undefined {
  const folder = workspace.workspaceFolders?.[0]?.uri ?? homeFolder();
  return folder && Uri.joinPath(folder, fileName);
}
