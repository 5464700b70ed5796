import { env, Uri, window, workspace } from 'vscode';
import type { ExportFormat } from '../../protocol/messages';
import { reportCopied, reportSaved, saveReportTitle } from '../../wording/page/report';
import { wordsOf } from '../words';

const FORMAT_NAMES: Readonly<Record<ExportFormat, string>> = {
  csv: 'CSV',
  json: 'JSON',
  md: 'Markdown',
  svg: 'SVG',
};

/** Puts an export on the clipboard; the sentence says so. */
export async function copyExport(format: ExportFormat, text: string): Promise<string> {
  await env.clipboard.writeText(text);
  return reportCopied(wordsOf(), FORMAT_NAMES[format]);
}

/** Saves an export where the user says; the sentence says where, or is undefined when the user thought better of it. */
export async function saveExport(
  format: ExportFormat,
  subjectName: string,
  text: string,
): Promise<string | undefined> {
  const uri = await window.showSaveDialog({
    defaultUri: proposedUri(`${fileStem(subjectName)}-cost.${format}`),
    filters: { [FORMAT_NAMES[format]]: [format] },
    title: saveReportTitle(wordsOf(), FORMAT_NAMES[format]),
  });
  if (!uri) return undefined;
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return reportSaved(wordsOf(), uri.path.slice(uri.path.lastIndexOf('/') + 1));
}

/** A name that every file system takes, from a name that may be anything. */
export function fileStem(name: string): string {
  const plain = name
    .replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')
    .replaceAll(/^[.-]+|[.-]+$/g, '')
    .slice(0, 80);
  return plain === '' ? 'report' : plain;
}

function proposedUri(fileName: string): Uri {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  return folder ? Uri.joinPath(folder, fileName) : Uri.from({ scheme: 'untitled', path: fileName });
}
