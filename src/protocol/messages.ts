import * as v from 'valibot';
import { parseCurrency } from '../core/figures/currency';
import { isPrice } from '../core/pricing/money';
import { replySchema, requestSchema, type Reply } from './requests';
import { scenarioSchema } from './scenario';
import { natural, reportSubjectSchema } from './subject';

/**
 * Messages between the editor and the report page. Both ends check what arrives: the page because it must not show half
 * a report, the editor because a page is the less trusted side.
 *
 * The editor sends facts (prices, counts, settings) and the page computes with the core, so a control that is dragged
 * needs no answer from the editor.
 */

const amount = v.pipe(v.number(), v.check(isPrice));

const currency = v.pipe(
  v.strictObject({ code: v.string(), rate: v.number(), asOf: v.string() }),
  v.check((value) => parseCurrency(value).currency !== undefined),
);

/** From the editor to the page. */
export const toPageSchema = v.variant('type', [
  /** The first message after `ready`; sent once. */
  v.strictObject({
    type: v.literal('setup'),
    /** Version of API Spend, for exports. */
    version: v.string(),
    /** Language tag for numbers and dates. */
    locale: v.string(),
    /** Translations of the page's sentences, by their English text. */
    translations: v.nullable(v.record(v.string(), v.string())),
  }),
  /** Models of the price table: the current selection, or all once the page has asked for them. */
  v.strictObject({
    type: v.literal('prices'),
    /** As written by `modelsToJson`. */
    models: v.string(),
    /** Number of models in the table. */
    total: natural,
    /** All providers of the table, in its order. */
    providers: v.array(v.strictObject({ id: v.string(), name: v.string() })),
    /** The result of `hostCounts` for the table. */
    hosts: v.record(v.string(), natural),
  }),
  v.strictObject({
    type: v.literal('settings'),
    scenario: scenarioSchema,
    modelId: v.string(),
    /** How the name of that model was read; absent for an id or alias. */
    modelReading: v.optional(v.string()),
    /** The model that others are compared with; empty: `modelId`. */
    baselineId: v.string(),
    /** Models that are listed first. */
    pinnedIds: v.array(v.string()),
    /** Models that the user has worked with; the current selection has them in any case. */
    usedIds: v.array(v.string()),
    /** Days after which a price is marked as old. */
    staleAfterDays: v.number(),
    /** A sentence for each setting or file of settings that is not used. */
    warnings: v.array(v.string()),
    /** US dollars; 0: no budget. */
    budgets: v.strictObject({ perCall: amount, perMonth: amount }),
    /** Null: amounts are shown in US dollars. */
    currency: v.nullable(currency),
  }),
  v.strictObject({ type: v.literal('subject'), subject: reportSubjectSchema }),
  /** Why the current text has no counts, or none yet. */
  v.strictObject({ type: v.literal('note'), text: v.string() }),
  /** There is no current text; `text` says what to do. */
  v.strictObject({ type: v.literal('hint'), text: v.string() }),
  /** The user has asked for the report: what it says first is what he needs. */
  v.strictObject({ type: v.literal('toTop') }),
  replySchema,
]);

/** The cost of the user's model under assumptions that are tried on the page and not saved. */
const triedSchema = v.strictObject({
  /** Of the subject. */
  identity: v.string(),
  /** As the page shows it. */
  cost: v.string(),
});

export type Tried = v.InferOutput<typeof triedSchema>;

/** From the page to the editor. */
export const fromPageSchema = v.variant('type', [
  v.strictObject({
    type: v.literal('ready'),
    /** The page remembers a report on files. */
    showsFiles: v.boolean(),
  }),
  /** The first rows, sent after each drawing of complete figures: a page that hangs is noticed. */
  v.strictObject({
    type: v.literal('shown'),
    modelIds: v.array(v.string()),
    costs: v.array(v.string()),
    /** Absent if the page shows the assumptions of the settings. */
    tried: v.exactOptional(triedSchema),
  }),
  /** The page needs the whole price table from now on. */
  v.strictObject({ type: v.literal('wantsAllModels') }),
  v.strictObject({ type: v.literal('failed'), text: v.string() }),
  requestSchema,
]);

export type ToPage = v.InferOutput<typeof toPageSchema>;
/** A message to the page except a reply, which only `replyTo` creates. */
export type Fact = Exclude<ToPage, Reply>;
export type PricesFact = Extract<Fact, { readonly type: 'prices' }>;
export type SettingsFact = Extract<Fact, { readonly type: 'settings' }>;
export type FromPage = v.InferOutput<typeof fromPageSchema>;
