import { env, UIKind, version as vscodeVersion, window, workspace } from 'vscode';
import type { CheckedFile, Diagnosis, ToldIncident } from '../../core/diagnosis/diagnosis';
import type { Incident } from '../../core/diagnosis/journal';
import { ownPlace, withoutNames } from '../../core/diagnosis/privacy';
import { FIELD_NAMES, scenarioSetting } from '../../core/scenario/fields';
import { describeDiagnosis } from '../../wording/documents/diagnosis';
import { platform } from '../environment';
import { HumanError } from '../errors';
import type { LiveEstimate } from '../live/estimate';
import type { Log } from '../log';
import type { BundledFiles } from '../prices/bundledFiles';
import type { PriceBook } from '../prices/book';
import { readSettings, SECTION } from '../settings/settings';
import { SETTINGS } from '../settings/table';
import { wordsOf } from '../words';

interface DiagnosedParts {
  readonly prices: PriceBook;
  readonly files: BundledFiles;
  readonly live: LiveEstimate;
  readonly log: Log;
  /** The extension's version. */
  readonly version: string;
}

/** Opens the diagnosis as a document of its own, which the user reads, changes and pastes. */
export async function diagnose(parts: DiagnosedParts): Promise<void> {
  const content = describeDiagnosis(wordsOf(), await diagnosisOf(parts, Date.now()));
  const document = await workspace.openTextDocument({ content, language: 'markdown' });
  await window.showTextDocument(document);
}

async function diagnosisOf(parts: DiagnosedParts, atMs: number): Promise<Diagnosis> {
  const { prices, files, live, log } = parts;
  const [table, bundled, vocabularies] = await Promise.all([
    orUndefined(prices.table()),
    checkedFile('pricing.json', files.check(['pricing.json'])),
    checkVocabularies(files),
  ]);
  return {
    atMs,
    host: hostOf(parts.version),
    prices: { models: table?.models.length, bundled },
    vocabularies,
    leased: files.counters.leased,
    changedSettings: changedSettings(),
    settingProblems: readSettings().problems.length,
    readout: live.readout.kind,
    incidents: log.journal.incidents.map(told),
    timings: log.journal.timings,
  };
}

/** Kinds alone: a name of a remote machine or folder is the user's. */
function hostOf(version: string): Diagnosis['host'] {
  const folders = workspace.workspaceFolders ?? [];
  const schemes = [...new Set(folders.map(({ uri }) => uri.scheme))];
  return [
    ['API Spend', version],
    ['VS Code', vscodeVersion],
    ['Host', `${env.uiKind === UIKind.Web ? 'browser' : 'desktop'}, ${env.appHost}`],
    ['Remote', remoteKind()],
    ['System', platform()],
    ['Language', env.language],
    ['Trusted', workspace.isTrusted ? 'yes' : 'no'],
    ['Folders', `${folders.length} (${schemes.join(', ') || 'none'})`],
  ];
}

/** Kinds of remote windows of VS Code's own extensions. Others can have the name of a machine. */
const REMOTE_KINDS = [
  'ssh-remote',
  'wsl',
  'dev-container',
  'attached-container',
  'k8s-container',
  'codespaces',
  'tunnel',
];

function remoteKind(): string {
  const { remoteName } = env;
  if (remoteName === undefined) return 'no';
  return REMOTE_KINDS.find((kind) => kind === remoteName) ?? 'another kind';
}

interface Shipped {
  readonly file: string;
  readonly sha256: string;
}

const VOCABULARIES = ['media', 'vocabularies'];

async function checkVocabularies(files: BundledFiles): Promise<readonly CheckedFile[]> {
  const name = 'manifest.json';
  const manifest = await orUndefined(files.check([...VOCABULARIES, name]));
  if (!manifest) return [{ name, bytes: 0, fault: 'unreadable' }];
  const shipped = JSON.parse(new TextDecoder().decode(manifest.bytes)) as readonly Shipped[];
  return Promise.all(
    shipped.map(async ({ file, sha256 }) =>
      checkedFile(
        file,
        files.check([...VOCABULARIES, file], (actual) => actual === sha256),
      ),
    ),
  );
}

async function checkedFile(
  name: string,
  reading: ReturnType<BundledFiles['check']>,
): Promise<CheckedFile> {
  const read = await orUndefined(reading);
  if (!read) return { name, bytes: 0, fault: 'unreadable' };
  return { name, bytes: read.bytes.length, fault: read.isAsBuilt ? undefined : 'other bytes' };
}

function changedSettings(): readonly string[] {
  const configuration = workspace.getConfiguration(SECTION);
  const keys = [...Object.keys(SETTINGS), ...FIELD_NAMES.map(scenarioSetting)];
  return keys.filter((key) => {
    const places = configuration.inspect(key);
    const written = [places?.globalValue, places?.workspaceValue, places?.workspaceFolderValue];
    return written.some((value) => value !== undefined);
  });
}

function told({ atMs, problem }: Incident): ToldIncident {
  if (typeof problem === 'string')
    return { atMs, name: 'warning', message: undefined, place: undefined };
  const message = problem instanceof HumanError ? undefined : withoutNames(problem.message);
  // Not the class's name, which a bundle does not keep.
  const name = problem instanceof HumanError ? 'refused' : problem.name;
  return { atMs, name, message, place: ownPlace(problem) };
}

async function orUndefined<Value>(work: PromiseLike<Value>): Promise<Value | undefined> {
  try {
    return await work;
  } catch {
    return undefined;
  }
}
