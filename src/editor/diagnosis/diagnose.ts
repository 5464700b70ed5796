import { env, UIKind, version as vscodeVersion, window, workspace } from 'vscode';
import {
  remoteKind,
  type Diagnosis,
  type Host,
  type ToldIncident,
} from '../../core/diagnosis/diagnosis';
import { factsOf } from '../../core/diagnosis/facts';
import type { Incident } from '../../core/diagnosis/journal';
import { checkedFile, checkedVocabularies } from '../../core/diagnosis/shipped';
import { FIELD_NAMES, scenarioSetting } from '../../core/scenario/fields';
import { describeDiagnosis } from '../../wording/documents/diagnosis';
import { platform } from '../environment';
import { HumanError } from '../errors';
import type { LiveEstimate } from '../live/estimate';
import type { Log } from '../log';
import type { BundledFiles } from '../prices/bundledFiles';
import type { PriceBook } from '../prices/book';
import { configurationOf, readSettings } from '../settings/settings';
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
  const [models, bundled, vocabularies] = await Promise.all([
    modelsIn(prices),
    checkedFile('pricing.json', async (name) => files.hashed(name), files.isBuiltTable),
    checkedVocabularies(async (name) => files.hashed('media', 'vocabularies', name)),
  ]);
  return {
    atMs,
    host: hostOf(parts.version),
    prices: { models, bundled },
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
function hostOf(version: string): Host {
  const folders = workspace.workspaceFolders ?? [];
  return {
    extension: version,
    vscode: vscodeVersion,
    ui: env.uiKind === UIKind.Web ? 'browser' : 'desktop',
    app: env.appHost,
    remote: remoteKind(env.remoteName),
    system: platform(),
    language: env.language,
    isTrusted: workspace.isTrusted,
    folders: folders.length,
    schemes: [...new Set(folders.map(({ uri }) => uri.scheme))],
  };
}

function changedSettings(): readonly string[] {
  const configuration = configurationOf(undefined);
  const keys = [...Object.keys(SETTINGS), ...FIELD_NAMES.map(scenarioSetting)];
  return keys.filter((key) => {
    const places = configuration.inspect(key);
    const written = [places?.globalValue, places?.workspaceValue, places?.workspaceFolderValue];
    return written.some((value) => value !== undefined);
  });
}

function told({ atMs, problem }: Incident): ToldIncident {
  if (typeof problem === 'string') return { atMs, kind: 'warning', facts: undefined };
  const kind = problem instanceof HumanError ? 'refused' : 'error';
  return { atMs, kind, facts: factsOf(problem) };
}

async function modelsIn(prices: PriceBook): Promise<number | undefined> {
  try {
    return (await prices.table()).models.length;
  } catch {
    return undefined;
  }
}
