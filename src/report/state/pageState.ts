import * as v from 'valibot';
import { DEFAULT_SCENARIO, type Scenario } from '../../core/scenario/scenario';
import { scenarioChangesSchema, type ScenarioChanges } from '../../protocol/scenario';
import { rememberedTopic, topicSchema } from './topic';

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

/** Remembered while the page is hidden and while VS Code is closed. */
const pageStateSchema = v.object({
  version: v.literal(3),
  topic: topicSchema,
  /** Assumptions that differ from the settings. */
  scenario: scenarioChangesSchema,
  /** Time of the call, milliseconds since 1970; undefined: when the text was counted. */
  callAtMs: v.optional(v.pipe(v.number(), v.integer())),
  sort: v.object({
    column: v.picklist(SORTS),
    direction: v.picklist(['ascending', 'descending'] as const),
  }),
  filter: v.string(),
  provider: v.string(),
  /** The table lists all models, not only the current selection. */
  showsAll: v.boolean(),
  hidesMisfits: v.boolean(),
  hiddenColumns: v.array(v.picklist(COLUMNS)),
  /** The keys of rows whose formula is shown. */
  openRows: v.array(v.string()),
  /** Models whose hosts are listed below them. */
  openHosts: v.array(v.string()),
  chart: v.picklist(CHARTS),
  scale: v.picklist(['linear', 'log'] as const),
  showsAllBars: v.boolean(),
  /** Paths of the tree's open folders. */
  openFolders: v.array(v.string()),
  exportFormat: v.picklist(['csv', 'json', 'md', 'svg'] as const),
  /** The reader's position, pixels from the top. */
  scrollTop: v.optional(v.number(), 0),
});

export type PageState = v.InferOutput<typeof pageStateSchema>;
/** The part that the user changes directly. */
export type Choices = Omit<PageState, 'version' | 'topic' | 'scrollTop'>;
export type SortColumn = (typeof SORTS)[number];
export type OptionalColumn = (typeof COLUMNS)[number];
export type ChartName = (typeof CHARTS)[number];

export const INITIAL_STATE: PageState = {
  version: 3,
  topic: { kind: 'none' },
  scenario: {},
  callAtMs: undefined,
  sort: { column: 'call', direction: 'ascending' },
  filter: '',
  provider: '',
  showsAll: false,
  hidesMisfits: false,
  hiddenColumns: ['source'],
  openRows: [],
  openHosts: [],
  chart: 'call',
  scale: 'log',
  showsAllBars: false,
  openFolders: [],
  exportFormat: 'md',
  scrollTop: 0,
};

/** A state that another version of the page wrote is not read: the page starts without it. */
export function restoreState(remembered: unknown): PageState {
  const parsed = v.safeParse(pageStateSchema, remembered);
  return parsed.success ? parsed.output : INITIAL_STATE;
}

/** Whether the table lists models of the whole price table that pass a filter. */
export function isSearching({ filter, provider }: Pick<PageState, 'filter' | 'provider'>): boolean {
  return filter.trim() !== '' || provider !== '';
}

/** The assumptions that differ from the settings; the others follow the settings. */
export function differences(
  changes: ScenarioChanges,
  base: Scenario = DEFAULT_SCENARIO,
): ScenarioChanges {
  const differing = Object.entries(changes).filter(
    ([field, value]) => base[field as keyof ScenarioChanges] !== value,
  );
  return Object.fromEntries(differing);
}

/** The state as it is remembered. */
export function rememberedState(state: PageState): PageState {
  return { ...state, topic: rememberedTopic(state.topic) };
}
