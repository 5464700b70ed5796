import type { Uri } from 'vscode';
import { isEqual } from '../../core/isEqual';
import type { Fact, PricesFact, SettingsFact } from '../../protocol/messages';
import type { ReportSubject } from '../../protocol/subject';

/** What the report is about. Files stay until the user asks for a report on the current text. */
export type PanelTopic =
  /** `subject`: the last text that was counted for all models. */
  | { readonly kind: 'text'; readonly subject: ReportSubject | undefined }
  /** `subject`: undefined after a restart of VS Code, if the page remembers the files. */
  | {
      readonly kind: 'files';
      readonly subject: ReportSubject | undefined;
      /** Whose prices and settings apply; undefined: those of the window. */
      readonly scope: Uri | undefined;
    };

/** The page in the panel. VS Code destroys hidden pages, and messages to a page that is not ready are lost. */
export type PagePhase =
  | { readonly kind: 'closed' }
  /** `isRestored`: VS Code restored the panel, and its page has not been ready yet. */
  | { readonly kind: 'hidden' | 'starting'; readonly isRestored: boolean }
  | ReadyPage;

interface ReadyPage {
  readonly kind: 'ready';
  /** The prices that the page has. */
  readonly prices: PricesFact | undefined;
  /** Whether the page has asked for the whole price table. */
  readonly wantsAllModels: boolean;
}

export interface ReportState {
  readonly topic: PanelTopic;
  readonly page: PagePhase;
  /** Undefined until the first reading. */
  readonly prices: { readonly table: PricesFact; readonly settings: SettingsFact } | undefined;
  /** The user has asked for the report since the page was told the last time. */
  readonly isAsked: boolean;
}

export const CLOSED: ReportState = {
  topic: { kind: 'text', subject: undefined },
  page: { kind: 'closed' },
  prices: undefined,
  isAsked: false,
};

/** The user asks for the report, open or not: it begins with its answer, wherever the reader was before. */
export function askForReport(state: ReportState): ReportState {
  return { ...state, isAsked: true };
}

/** The report on the current text. Drops counted files. */
export function showText(state: ReportState): ReportState {
  if (state.topic.kind === 'text') return state;
  return { ...state, topic: { kind: 'text', subject: undefined } };
}

/** Takes the counts of the current text, unless the report is on files. */
export function countedText(state: ReportState, subject: ReportSubject): ReportState {
  return state.topic.kind === 'text' ? { ...state, topic: { kind: 'text', subject } } : state;
}

export function showFiles(
  state: ReportState,
  subject: ReportSubject,
  scope: Uri | undefined,
): ReportState {
  return { ...state, topic: { kind: 'files', subject, scope } };
}

/** Another use of what the same counted files name; ignored if the report is on others. */
export function changeFiles(state: ReportState, subject: ReportSubject): ReportState {
  const { topic } = state;
  if (topic.kind !== 'files' || topic.subject?.atMs !== subject.atMs) return state;
  // Their counts are equal, and there may be thousands.
  if (isEqual(topic.subject.files.map(ownOf), subject.files.map(ownOf))) return state;
  return { ...state, topic: { ...topic, subject } };
}

function ownOf({ own }: ReportSubject['files'][number]): unknown {
  return own;
}

export function openedPage(state: ReportState, isRestored: boolean): ReportState {
  return { ...state, page: { kind: 'hidden', isRestored } };
}

export function closedPage(state: ReportState): ReportState {
  return { ...state, page: { kind: 'closed' } };
}

export function changedVisibility(state: ReportState, isVisible: boolean): ReportState {
  const { page } = state;
  if (page.kind === 'closed') return state;
  const isRestored = page.kind !== 'ready' && page.isRestored;
  if (!isVisible) return { ...state, page: { kind: 'hidden', isRestored } };
  return page.kind === 'hidden' ? { ...state, page: { kind: 'starting', isRestored } } : state;
}

/** @param remembersFiles the page showed files before it was destroyed. */
export function readyPage(state: ReportState, remembersFiles: boolean): ReportState {
  const { page, topic } = state;
  // The last message of a page can arrive after its panel was closed.
  if (page.kind === 'closed') return state;
  const isRestored = page.kind !== 'ready' && page.isRestored;
  return {
    ...state,
    topic:
      isRestored && remembersFiles
        ? { kind: 'files', subject: undefined, scope: undefined }
        : topic,
    page: { kind: 'ready', prices: undefined, wantsAllModels: false },
  };
}

export function wantAllModels(state: ReportState): ReportState {
  const { page } = state;
  return page.kind === 'ready' ? { ...state, page: { ...page, wantsAllModels: true } } : state;
}

/**
 * The messages that bring a ready page up to date, and the state after them. A page that is not ready gets none: it
 * asks for everything when it is.
 *
 * @param note why the current text is not counted, or not yet; ignored in a report on files.
 * @param hint for a page that has nothing to show.
 */
export function update(
  state: ReportState,
  note: string | undefined,
  hint: string,
): { readonly state: ReportState; readonly messages: readonly Fact[] } {
  const { page, prices } = state;
  if (page.kind !== 'ready') return { state, messages: [] };
  const isNew = prices !== undefined && prices.table !== page.prices;
  return {
    state: { ...state, isAsked: false, ...(isNew && { page: { ...page, prices: prices.table } }) },
    messages: [
      ...(state.isAsked ? [{ type: 'toTop' } as const] : []),
      ...(isNew ? [prices.table] : []),
      ...(prices ? [prices.settings] : []),
      contentOf(state.topic, note, hint),
    ],
  };
}

function contentOf({ kind, subject }: PanelTopic, note: string | undefined, hint: string): Fact {
  if (note !== undefined && kind === 'text') return { type: 'note', text: note };
  if (subject) return { type: 'subject', subject };
  return { type: 'hint', text: hint };
}
