import * as v from 'valibot';
import { scenarioChangesSchema, subjectSchema, type Subject } from '../protocol';

export const COLUMNS = [
  'provider',
  'tokens',
  'call',
  'day',
  'month',
  'times',
  'context',
  'checked',
  'source',
] as const;

export const SORTS = ['model', ...COLUMNS] as const;

export const CHARTS = ['call', 'calls', 'output'] as const;

const ids = v.array(v.string());

/** What the page remembers while it is hidden and when VS Code starts again. */
const pageStateSchema = v.object({
  version: v.literal(1),
  /** What the user changed of the settings' scenario. */
  scenario: scenarioChangesSchema,
  /** Time of the call, milliseconds since 1970; undefined: when the text was counted. */
  callAtMs: v.optional(v.pipe(v.number(), v.integer())),
  baselineId: v.optional(v.string()),
  sort: v.object({
    column: v.picklist(SORTS),
    direction: v.picklist(['ascending', 'descending'] as const),
  }),
  filter: v.string(),
  provider: v.string(),
  hidesMisfits: v.boolean(),
  hiddenColumns: v.array(v.picklist(COLUMNS)),
  pinnedIds: ids,
  openIds: ids,
  chart: v.picklist(CHARTS),
  scale: v.picklist(['linear', 'log'] as const),
  showsAllBars: v.boolean(),
  /** Folders of the tree that are open. */
  openFolders: v.array(v.string()),
  exportFormat: v.picklist(['csv', 'json', 'md', 'svg'] as const),
  /** Whether the subject stays while the editor moves on. */
  pinned: v.boolean(),
  /** The subject that was shown last. */
  subject: v.optional(subjectSchema),
});

export type PageState = v.InferOutput<typeof pageStateSchema>;
export type SortColumn = (typeof SORTS)[number];
export type OptionalColumn = (typeof COLUMNS)[number];
export type ChartName = (typeof CHARTS)[number];

export const INITIAL_STATE: PageState = {
  version: 1,
  scenario: {},
  callAtMs: undefined,
  baselineId: undefined,
  sort: { column: 'call', direction: 'ascending' },
  filter: '',
  provider: '',
  hidesMisfits: false,
  hiddenColumns: ['source'],
  pinnedIds: [],
  openIds: [],
  chart: 'call',
  scale: 'log',
  showsAllBars: false,
  openFolders: [],
  exportFormat: 'md',
  pinned: false,
  subject: undefined,
};

/** The remembered state; what another version of the page wrote is forgotten rather than guessed at. */
export function restoreState(remembered: unknown): PageState {
  const parsed = v.safeParse(pageStateSchema, remembered);
  return parsed.success ? parsed.output : INITIAL_STATE;
}

/** Larger subjects are counted again after a restart: VS Code keeps page states in its own database. */
const MAX_REMEMBERED_FILES = 1000;

/** The state as it is remembered. */
export function rememberedState(state: PageState): PageState {
  const isSmall = (subject: Subject) => subject.files.length <= MAX_REMEMBERED_FILES;
  return state.subject && !isSmall(state.subject) ? { ...state, subject: undefined } : state;
}
