import { markdownTable } from 'markdown-table';
import { markdownCode } from '../../core/figures/markdownCode';
import type { CheckedFile, Diagnosis, ToldIncident } from '../../core/diagnosis/diagnosis';
import type { Words } from '../words';

/**
 * The diagnosis as Markdown. All of it but its first lines is English in every language, as those who read it in a
 * report on a fault compare it with the code.
 */
export function describeDiagnosis({ l10n }: Words, diagnosis: Diagnosis): string {
  const { host, vocabularies, timings, incidents, changedSettings, leased } = diagnosis;
  const sections = [
    '# API Spend: diagnosis',
    l10n.t(
      'It holds no text, no name or path of a file, no address and no value of a setting. Read it before you paste it.',
    ),
    `Made ${instant(diagnosis.atMs)}.`,
    '## Host',
    markdownTable([['What', 'Which'], ...host.map(([name, value]) => [name, cell(value)])]),
    '## Prices',
    priceLines(diagnosis).join('\n'),
    '## Vocabularies',
    markdownTable([['File', 'Bytes', 'Check'], ...vocabularies.map(fileRow)]),
    `In memory: ${listed(leased)}.`,
    '## State',
    `Status bar: ${diagnosis.readout}. Rejected settings: ${diagnosis.settingProblems}. Changed settings: ${listed(changedSettings)}.`,
    '## Times since the start',
    timings.size === 0 ? 'None.' : markdownTable([TIMING_HEAD, ...[...timings].map(timingRow)]),
    '## Last problems',
    incidents.length === 0 ? 'None.' : incidents.map(incidentLine).join('\n'),
  ];
  return `${sections.join('\n\n')}\n`;
}

const TIMING_HEAD = ['Work', 'Times', 'Last, ms', 'Longest, ms'];

function timingRow([work, { times, lastMs, longestMs }]: readonly [
  string,
  { readonly times: number; readonly lastMs: number; readonly longestMs: number },
]): string[] {
  return [cell(work), String(times), lastMs.toFixed(1), longestMs.toFixed(1)];
}

function priceLines({ prices }: Diagnosis): readonly string[] {
  const { models, bundled } = prices;
  return [
    `- Models in force: ${models ?? 'the prices could not be read'}`,
    `- Bundled table: ${bundled.bytes} bytes, ${checkOf(bundled)}`,
  ];
}

function fileRow(file: CheckedFile): string[] {
  return [file.name, String(file.bytes), checkOf(file)];
}

function checkOf({ fault }: CheckedFile): string {
  return fault ?? 'as built';
}

function incidentLine({ atMs, name, message, place }: ToldIncident): string {
  const said = message === undefined ? 'a message for the user' : markdownCode(message);
  return `- ${instant(atMs)} ${name}: ${said}${place === undefined ? '' : ` (${place})`}`;
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.join(', ');
}

function cell(text: string): string {
  return text.replaceAll('|', String.raw`\|`);
}

function instant(atMs: number): string {
  return new Date(atMs).toISOString();
}
