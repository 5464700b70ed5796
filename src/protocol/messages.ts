import * as v from 'valibot';
import { FIELD_NAMES } from '../core/scenario/fields';
import { isFieldValue } from '../core/scenario/parse';
import type { FullScenario } from '../core/scenario/scenario';

/**
 * Messages between the editor and the report page. Both ends check what arrives: the page because it
 * must not show half a report, the editor because a page is the less trusted side.
 *
 * The editor sends facts (prices, counts, settings) and the page computes with the core, so a control
 * that is dragged needs no answer from the editor.
 */

const tokens = v.pipe(v.number(), v.integer(), v.minValue(0));

type FieldSchemas = {
  readonly [Name in keyof FullScenario]: v.GenericSchema<FullScenario[Name]>;
};
type OptionalFieldSchemas = {
  readonly [Name in keyof FullScenario]: v.ExactOptionalSchema<FieldSchemas[Name], undefined>;
};

/** Each assumption with a check of its value: what the core allows. */
const fieldChecks = FIELD_NAMES.map(
  (name) => [name, v.custom((value) => isFieldValue(name, value))] as const,
);

const scenario = v.strictObject(Object.fromEntries(fieldChecks) as unknown as FieldSchemas);

/** What the page changes of the settings' scenario. */
export const scenarioChangesSchema = v.strictObject(
  Object.fromEntries(
    fieldChecks.map(([name, check]) => [name, v.exactOptional(check)]),
  ) as unknown as OptionalFieldSchemas,
);

/** Tokens, low, high, method: short, because a folder has thousands of them. */
const count = v.strictTuple([tokens, tokens, tokens, v.picklist(['exact', 'estimated'] as const)]);

/**
 * What is priced. Models that count alike share a group: `groups` gives each model's index into the
 * counts of every file.
 */
export const reportSubjectSchema = v.strictObject({
  kind: v.picklist(['document', 'selections', 'notebook', 'cells', 'files'] as const),
  /** Name of the document or folder, for people. */
  name: v.string(),
  /** Number of selections; 0 for all other kinds. */
  selections: tokens,
  /** Number of cells of a notebook that are counted. */
  cells: v.exactOptional(tokens),
  /** When it was counted, milliseconds since 1970. */
  atMs: v.pipe(v.number(), v.integer()),
  groups: v.record(v.string(), tokens),
  files: v.pipe(
    v.array(v.strictObject({ path: v.string(), counts: v.array(count) })),
    v.nonEmpty(),
  ),
  /** Files that are not in the sum, each with a sentence that says why. */
  skipped: v.array(v.strictObject({ path: v.string(), reason: v.string() })),
  /** Sentences on what is in the sum and what is not. */
  notes: v.exactOptional(v.array(v.string())),
});

/** From the editor to the page. */
export const toPageSchema = v.variant('type', [
  /** First answer to `ready`: what does not change while the page lives. */
  v.strictObject({
    type: v.literal('setup'),
    /** Version of API Spend, for exports. */
    version: v.string(),
    /** Language tag for numbers and dates. */
    locale: v.string(),
    /** Translations of the page's sentences, by their English text. */
    translations: v.record(v.string(), v.string()),
  }),
  /** The price table: models as `modelsToJson` writes them. */
  v.strictObject({ type: v.literal('prices'), models: v.string() }),
  v.strictObject({
    type: v.literal('settings'),
    scenario,
    modelId: v.string(),
    /** The model that others are compared with; empty: the user's own. */
    baselineId: v.string(),
    /** Models that are listed first. */
    pinnedIds: v.array(v.string()),
    /** Days after which a price is marked as old. */
    staleAfterDays: v.number(),
    /** Null: amounts are shown in US dollars. */
    currency: v.nullable(v.strictObject({ code: v.string(), rate: v.number(), asOf: v.string() })),
  }),
  v.strictObject({ type: v.literal('subject'), subject: reportSubjectSchema }),
  /** Why the current text is not counted, or not yet. */
  v.strictObject({ type: v.literal('note'), text: v.string() }),
  /** There is nothing to count; the text says what to do. */
  v.strictObject({ type: v.literal('hint'), text: v.string() }),
  /** How something that the page asked for went, in a sentence. */
  v.strictObject({ type: v.literal('outcome'), ok: v.boolean(), text: v.string() }),
]);

/** Formats that a report can be taken away in, with the ending of their files. */
export const EXPORT_FORMATS = ['csv', 'json', 'md', 'svg'] as const;

/** Larger exports are refused: nobody reads them, and they would stop the editor. */
const MAX_EXPORT_CHARACTERS = 50_000_000;

/** From the page to the editor. */
export const fromPageSchema = v.variant('type', [
  v.strictObject({
    type: v.literal('ready'),
    /** The page remembers a report on files, which stays until another one is asked for. */
    showsFiles: v.boolean(),
  }),
  /** What the page has on the screen: sent after each report, so that a page that stops is noticed. */
  v.strictObject({
    type: v.literal('shown'),
    modelIds: v.array(v.string()),
    costs: v.array(v.string()),
  }),
  v.strictObject({ type: v.literal('failed'), text: v.string() }),
  v.strictObject({
    type: v.literal('export'),
    format: v.picklist(EXPORT_FORMATS),
    to: v.picklist(['file', 'clipboard'] as const),
    /** Name of what the report is about: a pinned report is not about the current text. */
    name: v.string(),
    text: v.pipe(v.string(), v.maxLength(MAX_EXPORT_CHARACTERS)),
  }),
  v.strictObject({
    type: v.literal('saveScenario'),
    scope: v.picklist(['user', 'workspace'] as const),
    scenario: scenarioChangesSchema,
  }),
  /** Makes a model the status bar's. */
  v.strictObject({ type: v.literal('selectModel'), modelId: v.string() }),
  /** Makes a model the one that others are compared with. */
  v.strictObject({ type: v.literal('selectBaseline'), modelId: v.string() }),
  v.strictObject({ type: v.literal('pinModel'), modelId: v.string(), isPinned: v.boolean() }),
]);

export type ReportSubject = v.InferOutput<typeof reportSubjectSchema>;
export type WireCount = v.InferOutput<typeof count>;
export type ScenarioChanges = v.InferOutput<typeof scenarioChangesSchema>;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
export type ToPage = v.InferOutput<typeof toPageSchema>;
export type FromPage = v.InferOutput<typeof fromPageSchema>;
