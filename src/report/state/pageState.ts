import * as v from 'valibot';
import { HEADER_STYLES } from '../../core/files/packed/styles';
import { REQUEST_COLUMNS } from '../../wording/page/requests';
import { LINE_PARTS } from '../../core/scenario/lineParts';
import { DEFAULT_SCENARIO, type Scenario } from '../../core/scenario/scenario';
import { instantMs } from '../../protocol/subject';
import { scenarioChangesSchema, type ScenarioChanges } from '../../protocol/scenario';
import { isOtherReport, isSameTopic, rememberedTopic, topicSchema, type Topic } from './topic';

/** In their order in the table; where there is no room for all, the last ones are left out. */
export const COLUMNS = [
  'call',
  'times',
  'month',
  'day',
  'caching',
  'tokens',
  'provider',
  'context',
  'checked',
  'source',
] as const;

const SORTS = ['model', ...COLUMNS] as const;

/** The parts of the line of assumptions whose controls can be open. */
export const ASSUMPTIONS = [...LINE_PARTS, 'time', 'presets', 'all'] as const;

/** Totals, their parts, where the order of models changes, and where writing to the cache pays. */
export const CHARTS = ['call', 'parts', 'order', 'caching'] as const;

/** Each file is a call of its own, or all are one call together. */
export const FILES_AS = ['each', 'one'] as const;

/** The dearest request first. */
const REQUESTS_AT_FIRST = {
  filter: '',
  onlyMisfits: false,
  column: 'cost',
  direction: 'descending',
} as const;

/** Remembered while the page is hidden and while VS Code is closed. */
const pageStateSchema = v.object({
  version: v.literal(4),
  topic: topicSchema,
  /** Assumptions that differ from the settings. */
  scenario: scenarioChangesSchema,
  /** Time of the call, milliseconds since 1970; undefined: when the text was counted. */
  callAtMs: v.optional(instantMs),
  /** The part of the line of assumptions whose controls are open. */
  openAssumption: v.optional(v.picklist(ASSUMPTIONS)),
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
  /** How files are priced. */
  filesAs: v.optional(v.picklist(FILES_AS), 'each'),
  /** What stands between files that are one call. */
  headers: v.optional(v.picklist(HEADER_STYLES), 'none'),
  /** Paths of files, and of folders with a slash at the end, that are not in the sum. */
  leftOut: v.optional(v.array(v.string()), []),
  /** Paths of the tree's open folders. */
  openFolders: v.array(v.string()),
  /** Path of the folder that fills the treemap; empty, or a folder that does not exist: all files. */
  zoomedFolder: v.string(),
  /** How the user wants the requests of a file. */
  requests: v.optional(
    v.object({
      filter: v.string(),
      onlyMisfits: v.boolean(),
      column: v.picklist(REQUEST_COLUMNS),
      direction: v.picklist(['ascending', 'descending'] as const),
    }),
    REQUESTS_AT_FIRST,
  ),
  exportFormat: v.picklist(['csv', 'json', 'md', 'svg'] as const),
  /** The reader's position, pixels from the top. */
  scrollTop: v.optional(v.number(), 0),
});

export type PageState = v.InferOutput<typeof pageStateSchema>;
/** The part that the user changes directly. */
export type Choices = Omit<PageState, 'version' | 'topic' | 'scrollTop'>;
export type SortColumn = (typeof SORTS)[number];
export type OptionalColumn = (typeof COLUMNS)[number];
export type Assumption = (typeof ASSUMPTIONS)[number];
export type FilesAs = (typeof FILES_AS)[number];
export type ChartName = (typeof CHARTS)[number];

export const INITIAL_STATE: PageState = {
  version: 4,
  topic: { kind: 'none' },
  scenario: {},
  callAtMs: undefined,
  openAssumption: undefined,
  sort: { column: 'call', direction: 'ascending' },
  filter: '',
  provider: '',
  showsAll: false,
  hidesMisfits: false,
  hiddenColumns: ['caching', 'source'],
  openRows: [],
  openHosts: [],
  chart: 'call',
  filesAs: 'each',
  headers: 'none',
  leftOut: [],
  openFolders: [],
  zoomedFolder: '',
  requests: REQUESTS_AT_FIRST,
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

/** Whether assumptions are tried that are not those of the settings. */
export function isTrying({
  scenario,
  callAtMs,
}: Pick<PageState, 'scenario' | 'callAtMs'>): boolean {
  return Object.keys(scenario).length > 0 || callAtMs !== undefined;
}

/** No assumptions but those of the settings. */
export const NOTHING_TRIED = { scenario: {}, callAtMs: undefined } as const;

/**
 * What changes with a topic: what was tried on a text or files ends with it, and all of the next files are in and shown.
 */
export function onTopic({ topic: before }: PageState, topic: Topic): Partial<PageState> {
  if (isSameTopic(before, topic)) return { topic };
  // The requests of a restored page are sent again: what is chosen of them stays.
  const isOther = before.kind !== 'none';
  return {
    topic,
    ...NOTHING_TRIED,
    leftOut: [],
    ...(isOther ? { requests: REQUESTS_AT_FIRST } : {}),
    ...(isOtherReport(before, topic) ? { zoomedFolder: '' } : {}),
  };
}

/** The state as it is remembered. */
export function rememberedState(state: PageState): PageState {
  return { ...state, topic: rememberedTopic(state.topic) };
}
