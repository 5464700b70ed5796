import * as v from 'valibot';
import { scenarioChangesSchema, reportSubjectSchema } from '../protocol/messages';

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

/** What the page remembers while it is hidden and when VS Code starts again. */
const pageStateSchema = v.object({
  version: v.literal(1),
  /** What the user changed of the settings' scenario. */
  scenario: scenarioChangesSchema,
  /** Time of the call, milliseconds since 1970; undefined: when the text was counted. */
  callAtMs: v.optional(v.pipe(v.number(), v.integer())),
  sort: v.object({
    column: v.picklist(SORTS),
    direction: v.picklist(['ascending', 'descending'] as const),
  }),
  filter: v.string(),
  provider: v.string(),
  hidesMisfits: v.boolean(),
  hiddenColumns: v.array(v.picklist(COLUMNS)),
  openIds: v.array(v.string()),
  chart: v.picklist(CHARTS),
  scale: v.picklist(['linear', 'log'] as const),
  showsAllBars: v.boolean(),
  /** Folders of the tree that are open. */
  openFolders: v.array(v.string()),
  exportFormat: v.picklist(['csv', 'json', 'md', 'svg'] as const),
  /** Whether the subject stays while the editor moves on. */
  pinned: v.boolean(),
  /** How far down the reader was, in pixels. */
  scrollTop: v.optional(v.number(), 0),
  /** The subject that was shown last. */
  subject: v.optional(reportSubjectSchema),
  /** The subject that was shown last, when it was too large to be remembered. */
  tooLarge: v.optional(v.strictObject({ name: v.string(), files: v.number() })),
});

export type PageState = v.InferOutput<typeof pageStateSchema>;
export type SortColumn = (typeof SORTS)[number];
export type OptionalColumn = (typeof COLUMNS)[number];
export type ChartName = (typeof CHARTS)[number];

export const INITIAL_STATE: PageState = {
  version: 1,
  scenario: {},
  callAtMs: undefined,
  sort: { column: 'call', direction: 'ascending' },
  filter: '',
  provider: '',
  hidesMisfits: false,
  hiddenColumns: ['source'],
  openIds: [],
  chart: 'call',
  scale: 'log',
  showsAllBars: false,
  openFolders: [],
  exportFormat: 'md',
  pinned: false,
  scrollTop: 0,
  subject: undefined,
  tooLarge: undefined,
};

/** The remembered state; what another version of the page wrote is forgotten rather than guessed at. */
export function restoreState(remembered: unknown): PageState {
  const parsed = v.safeParse(pageStateSchema, remembered);
  return parsed.success ? parsed.output : INITIAL_STATE;
}

/** VS Code keeps page states in its own database; of larger subjects only the name is remembered. */
const MAX_REMEMBERED_FILES = 1000;

/** The state as it is remembered. */
export function rememberedState(state: PageState): PageState {
  const { subject } = state;
  if (!subject) return state;
  if (subject.files.length <= MAX_REMEMBERED_FILES) return { ...state, tooLarge: undefined };
  const tooLarge = { name: subject.name, files: subject.files.length };
  return { ...state, subject: undefined, tooLarge };
}

/** Whether the report is on files that somebody asked for, remembered or not. */
export function showsFiles({ subject, tooLarge }: PageState): boolean {
  return subject ? subject.kind === 'files' : tooLarge !== undefined;
}
