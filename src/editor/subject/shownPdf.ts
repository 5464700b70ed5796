import type { Uri } from 'vscode';
import type { CountableSubject } from './subject';

/** The PDF that VS Code shows as if it were text, which it does without a zero byte at the start. */
export function pdfShownAsText(subject: CountableSubject | undefined): Uri | undefined {
  if (subject?.kind !== 'text') return undefined;
  const { document } = subject;
  const isPdf = /\.pdf$/i.test(document.uri.path) && document.lineAt(0).text.startsWith('%PDF-');
  return isPdf ? document.uri : undefined;
}
