import { env, l10n } from 'vscode';
import { groupModels } from '../../core/estimate/counts/groups';
import type { Estimate } from '../../core/estimate/estimate';
import { addSampled } from '../../core/estimate/counts/sampled';
import type { TokenCount } from '../../core/tokens/tokenCount';
import { moneyToDecimal, type Money } from '../../core/pricing/money';
import type { PriceTable } from '../../core/pricing/table/priceTable';
import type { Fact, SettingsFact } from '../../protocol/messages';
import type { ReportSubject } from '../../protocol/subject';
import { wireCounts, wireTemplate } from '../../protocol/wire';
import { idsOf } from '../../core/pricing/names/resolveModel';
import type { CountedSubject } from '../live/counted';
import { modelOfSetting, type SettingsModel } from '../live/modelOfSetting';
import { whyNothing } from '../live/whyNothing';
import type { Readout } from '../live/readout';
import type { Settings } from '../settings/settings';
import { fileName } from '../subject/named';
import { HumanError } from '../errors';
import { beginningOf } from './beginning';
import { requestsSubject, whyNotShown } from './requestsSubject';
import { counting } from '../../wording/views/readout';
import { wordsOf } from '../words';
import { subjectUri, type CountableSubject } from '../subject/subject';
import { subjectNotes } from '../subject/notes';

/** The first message to a page. */
export function setupMessage(version: string): Fact {
  return { type: 'setup', version, locale: env.language, translations: l10n.bundle ?? null };
}

/**
 * The settings with model ids for names; a name that no model has stays as it is.
 *
 * @param usedIds models that the user has worked with.
 */
export function settingsMessage(
  settings: Settings,
  table: PriceTable,
  atMs: number,
  usedIds: readonly string[],
): SettingsFact {
  const { scenario, modelName, baselineName, pinnedNames, staleAfterDays } = settings;
  const named = modelOfSetting(table, settings, atMs);
  const isFound = !(named instanceof HumanError);
  return {
    type: 'settings',
    scenario,
    modelId: isFound ? named.model.id : modelName,
    modelReading: isFound ? notesOf(named) : undefined,
    baselineId: idsOf(table, [baselineName], atMs)[0] ?? '',
    pinnedIds: [...idsOf(table, pinnedNames, atMs)],
    usedIds: [...usedIds],
    staleAfterDays,
    warnings: [...settings.warnings],
    budgets: {
      perCall: usdOf(settings.budgets.perCall),
      perMonth: usdOf(settings.budgets.perMonth),
    },
    currency: settings.currency ?? null,
  };
}

/** That the file names the model, and how its name was read. */
function notesOf({ fileNote, reading }: SettingsModel): string | undefined {
  const notes = [fileNote, reading].filter((note) => note !== undefined);
  return notes.length === 0 ? undefined : notes.join(' ');
}

function usdOf(budget: Money | undefined): number {
  return budget ? Number(moneyToDecimal(budget)) : 0;
}

/** The counts of the current text for all models, one for each group. */
export function textSubject(subject: CountableSubject, result: CountedSubject): ReportSubject {
  if (result.requests) return requestsSubject(subject, result, result.requests);
  const name = fileName(wordsOf(), subject);
  const { keys, models } = groupModels(result.table.models);
  const counts = wireCounts(models.map((model) => textOf(result.estimate(model))));
  const template = wireTemplate(result.template?.facts);
  return {
    ...kindOf(subject),
    name,
    identity: subjectUri(subject).toString(),
    atMs: result.atMs,
    groups: [...keys],
    files: [{ path: name, ...counts, ...ownOf(subject), ...(template ? { template } : {}) }],
    ...beginningOf(models, result),
    skipped: [],
    notes: [...subjectNotes(subject, result.template)],
  };
}

/** Tokens of the text alone: the page adds what is sent beside it. */
function textOf({ texts }: Estimate): TokenCount {
  return addSampled(texts);
}

function ownOf(subject: CountableSubject): Pick<ReportSubject['files'][number], 'own'> {
  return subject.kind === 'media' ? { own: { media: [subject.part] } } : {};
}

/** Why the report is not on the current text, or not yet; undefined if it is, or if there is none. */
export function whyUncounted(readout: Readout): string | undefined {
  switch (readout.kind) {
    case 'none':
      return undefined;
    case 'ready':
      return readout.result.isComplete ? whyNotShown(readout.result) : counting(wordsOf());
    case 'counting':
      return counting(wordsOf());
    case 'leftOut':
    case 'problem':
    case 'unreadable':
      return whyNothing(readout);
  }
}

function kindOf(subject: CountableSubject): Pick<ReportSubject, 'kind' | 'selections' | 'cells'> {
  if (subject.kind === 'notebook') {
    const kind = subject.isWhole ? 'notebook' : 'cells';
    return { kind, selections: 0, cells: subject.cells.length };
  }
  const selections = subject.kind === 'media' ? 0 : subject.selections.length;
  return { kind: selections === 0 ? 'document' : 'selections', selections };
}
