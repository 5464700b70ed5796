import { markdownTable } from 'markdown-table';
import type { CheckedFile, Diagnosis, Host, ToldIncident } from '../../core/diagnosis/diagnosis';
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
    markdownTable([['What', 'Which'], ...hostRows(host)]),
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

function hostRows(host: Host): readonly string[][] {
  const rows: readonly (readonly [string, string])[] = [
    ['API Spend', host.extension],
    ['VS Code', host.vscode],
    ['Host', `${host.ui}, ${host.app}`],
    ['Remote', REMOTES[host.remote] ?? host.remote],
    ['System', host.system],
    ['Language', host.language],
    ['Trusted', host.isTrusted ? 'yes' : 'no'],
    ['Folders', `${host.folders} (${listed(host.schemes)})`],
  ];
  return rows.map(([name, value]) => [name, cell(value)]);
}

/** Other kinds are told as VS Code names them. */
const REMOTES: Readonly<Partial<Record<Host['remote'], string>>> = {
  none: 'no',
  other: 'another kind',
};

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

function incidentLine({ atMs, kind, facts }: ToldIncident): string {
  const about = [KINDS[kind], facts?.name, facts?.code].filter((part) => part !== undefined);
  return `- ${instant(atMs)} ${about.join(', ')}${facts?.place ? ` (${facts.place})` : ''}`;
}

const KINDS: Readonly<Record<ToldIncident['kind'], string>> = {
  error: 'error',
  refused: 'refused, with a message for the user',
  warning: 'warning',
};

function listed(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.join(', ');
}

function cell(text: string): string {
  return text.replaceAll('|', String.raw`\|`);
}

function instant(atMs: number): string {
  return new Date(atMs).toISOString();
}
