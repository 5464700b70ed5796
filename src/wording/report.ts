import type { Words } from './words';

// The report's panel, and the exports that leave it.

export function reportTitle({ l10n }: Words): string {
  return l10n.t('API Spend Report');
}

/** In an empty report. */
export function openToSeeCost({ l10n }: Words): string {
  return l10n.t('Open a text file to see its cost.');
}

/** The title of a panel whose page is silent. */
export function noAnswerTitle({ l10n }: Words, title: string): string {
  return l10n.t('{0} (not responding)', title);
}

export function noAnswerLog({ l10n }: Words): string {
  return l10n.t(
    'The report page does not respond. Close it and open it again. The command "Developer: Open Webview Developer Tools" shows its errors.',
  );
}

export function reportCopied({ l10n }: Words, format: string): string {
  return l10n.t('The report is on the clipboard as {0}.', format);
}

export function saveReportTitle({ l10n }: Words, format: string): string {
  return l10n.t('Save the report as {0}', format);
}

export function reportSaved({ l10n }: Words, fileName: string): string {
  return l10n.t('Saved {0}', fileName);
}
