import type { PriceTable } from '../../core/pricing/table/priceTable';
import { modelsToJson } from '../../protocol/models';
import type { Fact, SettingsFact } from '../../protocol/messages';
import type { ReportSubject } from '../../protocol/subject';

/** What the report is about. Files stay until somebody asks for a report on the current text. */
export type Topic =
  /** `subject`: the last text that was counted for all models. */
  | { readonly kind: 'text'; readonly subject: ReportSubject | undefined }
  /** Without a `subject`, the page itself remembers the files, from before VS Code was restarted. */
  | { readonly kind: 'files'; readonly subject: ReportSubject | undefined };

/** The page in the panel. VS Code destroys a hidden page, and messages to a page that is not ready are lost. */
export type PageState =
  | { readonly kind: 'closed' }
  /** `isRestored`: VS Code brought the panel back, and the page has not said yet what it remembers. */
  | { readonly kind: 'hidden' | 'starting'; readonly isRestored: boolean }
  /** `table`: the price table that the page has. */
  | { readonly kind: 'ready'; readonly table: PriceTable | undefined };

export interface ReportState {
  readonly topic: Topic;
  readonly page: PageState;
  /** Undefined until they are read for the first time. */
  readonly prices: { readonly table: PriceTable; readonly settings: SettingsFact } | undefined;
}

export const CLOSED: ReportState = {
  topic: { kind: 'text', subject: undefined },
  page: { kind: 'closed' },
  prices: undefined,
};

/** The report on the current text, without its counts until they are known. */
export function showText(state: ReportState): ReportState {
  if (state.topic.kind === 'text') return state;
  return { ...state, topic: { kind: 'text', subject: undefined } };
}

/** The counts of the current text; a report on files keeps its files. */
export function countedText(state: ReportState, subject: ReportSubject): ReportState {
  return state.topic.kind === 'text' ? { ...state, topic: { kind: 'text', subject } } : state;
}

export function showFiles(state: ReportState, subject: ReportSubject): ReportState {
  return { ...state, topic: { kind: 'files', subject } };
}

/** VS Code gave the panel a new page. */
export function openedPage(state: ReportState, isRestored: boolean): ReportState {
  return { ...state, page: { kind: 'hidden', isRestored } };
}

export function closedPage(state: ReportState): ReportState {
  return { ...state, page: { kind: 'closed' } };
}

/** The panel came into view or went out of it. */
export function changedVisibility(state: ReportState, isVisible: boolean): ReportState {
  const { page } = state;
  if (page.kind === 'closed') return state;
  const isRestored = page.kind !== 'ready' && page.isRestored;
  if (!isVisible) return { ...state, page: { kind: 'hidden', isRestored } };
  return page.kind === 'hidden' ? { ...state, page: { kind: 'starting', isRestored } } : state;
}

/** The page takes messages. @param remembersFiles whether it was a report on files before it was destroyed. */
export function readyPage(state: ReportState, remembersFiles: boolean): ReportState {
  const { page, topic } = state;
  // The last message of a page can arrive after its panel was closed.
  if (page.kind === 'closed') return state;
  const isRestored = page.kind !== 'ready' && page.isRestored;
  return {
    ...state,
    topic: isRestored && remembersFiles ? { kind: 'files', subject: undefined } : topic,
    page: { kind: 'ready', table: undefined },
  };
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
  const isNew = prices !== undefined && prices.table !== page.table;
  return {
    state: isNew ? { ...state, page: { kind: 'ready', table: prices.table } } : state,
    messages: [
      ...(isNew ? [{ type: 'prices' as const, models: modelsToJson(prices.table.models) }] : []),
      ...(prices ? [prices.settings] : []),
      contentOf(state.topic, note, hint),
    ],
  };
}

function contentOf({ kind, subject }: Topic, note: string | undefined, hint: string): Fact {
  if (note !== undefined && kind === 'text') return { type: 'note', text: note };
  if (subject) return { type: 'subject', subject };
  return { type: 'hint', text: hint };
}
