import type { DayRange, PriceDays } from '../../core/export/report';
import { showRange } from '../count';
import { showConversion, showDay, showNumber, showTime } from '../numbers';
import { counted } from '../language/forms';
import { semicolons } from '../language/lists';
import type { Words } from '../words';

// The report's panel and its exports.

export function reportTitle({ l10n }: Words): string {
  return l10n.t('API Spend Report');
}

/** Shown in an empty report, which fills as soon as there is a text. */
export function openToSeeCost({ l10n }: Words): string {
  return l10n.t(
    'Open a text file, or click into one that is open: its cost is shown here. “Estimate Token Count and Cost of Files” in the menus of the Explorer prices folders.',
  );
}

/** The panel's title if the page does not respond. */
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

export function reportNotSaved({ l10n }: Words, fileName: string, reason: string): string {
  return l10n.t(
    '{0} could not be saved, and a file that was there is as it was. Make room on the disk or choose another folder. {1}',
    fileName,
    reason,
  );
}

/** The report's heading. */
export function costOf({ l10n }: Words, subject: string): string {
  return l10n.t('Cost of {0}', subject);
}

/** Whether the figures follow the editor. */
export type Liveness = 'frozen' | 'files' | 'live' | 'outdated';

export function describeLiveness({ l10n }: Words, liveness: Liveness): string {
  switch (liveness) {
    case 'frozen':
      return l10n.t('Frozen: does not follow the editor');
    case 'files':
      return l10n.t('Files');
    case 'live':
      return l10n.t('Live');
    case 'outdated':
      return l10n.t('Not up to date');
  }
}

/** The button that keeps the report on its text or files, or lets it follow the editor again. */
export function freezeReport({ l10n }: Words, isFrozen: boolean): string {
  return isFrozen ? l10n.t('Follow the editor') : l10n.t('Freeze');
}

export function freezeTitle({ l10n }: Words): string {
  return l10n.t('Keep the report on this text while you edit others');
}

export function pricedAsOutput({ l10n }: Words): string {
  return l10n.t('priced as output');
}

/** The time of the call, the days of the prices, the currency. */
export function priceFacts(words: Words, atMs: number, days: PriceDays): readonly string[] {
  return [
    pricedFor(words, showTime(words, atMs)),
    ...describePriceDays(words, days),
    ...showConversion(words),
  ];
}

export function pricedFor({ l10n }: Words, time: string): string {
  return l10n.t('priced for {0}', time);
}

/** ["prices checked Nov 10, 2026 to Nov 23, 2026", "prices listed Sep 23, 2026"] */
export function describePriceDays(
  words: Words,
  { checked, published }: PriceDays,
): readonly string[] {
  const { l10n } = words;
  const show = ({ first, last }: DayRange): string =>
    first === last
      ? showDay(words, first)
      : showRange(words, showDay(words, first), showDay(words, last));
  return [
    ...(checked ? [l10n.t('prices checked {0}', show(checked))] : []),
    ...(published ? [l10n.t('prices listed {0}', show(published))] : []),
  ];
}

export function filesNotInSum(words: Words, files: number): string {
  const { l10n } = words;
  const number = showNumber(words, files);
  return counted(
    words,
    files,
    l10n.t('[one]{0} file is not in the sum[other]{0} files are not in the sum'),
    number,
  );
}

export function pricing({ l10n }: Words): string {
  return l10n.t('Pricing…');
}

/** Shown in place of a report on files that was not saved when VS Code was closed. */
export function reportTooLarge(words: Words, files: number, name: string): string {
  const { l10n } = words;
  return counted(
    words,
    files,
    l10n.t(
      '[one]The report on {0} file in {1} was too large to be kept while VS Code was closed. Run "Estimate Token Count and Cost of Files" on it again.[other]The report on {0} files in {1} was too large to be kept while VS Code was closed. Run "Estimate Token Count and Cost of Files" on them again.',
    ),
    showNumber(words, files),
    name,
  );
}

export function reportFailed({ l10n }: Words, reason: string): string {
  return l10n.t('The report has a problem: {0}', reason);
}

/** The page has received an invalid message from the editor. */
export function messageNotUnderstood(words: Words, issues: readonly string[]): string {
  const { l10n } = words;
  return l10n.t('invalid message: {0}', semicolons(words, issues));
}

export function exportTooLong({ l10n }: Words): string {
  return l10n.t('That would be over 100,000 lines. Filter the table to fewer models first.');
}

export type ExportLabel = 'heading' | 'format' | 'save' | 'copy' | 'hint';

export function exportLabel({ l10n }: Words, label: ExportLabel): string {
  switch (label) {
    case 'heading':
      return l10n.t('Export');
    case 'format':
      return l10n.t('Format');
    case 'save':
      return l10n.t('Save…');
    case 'copy':
      return l10n.t('Copy');
    case 'hint':
      return l10n.t(
        'Contains the models in the table with the assumptions, the dates of the prices and how each count was made.',
      );
  }
}

export function formatLabel({ l10n }: Words, format: 'md' | 'csv' | 'json' | 'svg'): string {
  switch (format) {
    case 'md':
      return l10n.t('Markdown, for a pull request');
    case 'csv':
      return l10n.t('CSV, for a spreadsheet');
    case 'json':
      return l10n.t('JSON, for a program');
    case 'svg':
      return l10n.t('SVG, the chart as a picture');
  }
}
