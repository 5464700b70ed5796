import * as v from 'valibot';

/**
 * Messages between the editor and the report page. Both ends check what arrives: the page because it
 * must not show half a report, the editor because a page is the less trusted side.
 */

const reportRow = v.strictObject({
  /** `provider/model`. */
  modelId: v.string(),
  /** Cost of one call as shown, or that there is no price. */
  cost: v.string(),
  tokens: v.string(),
  input: v.string(),
  output: v.string(),
  /** Multiple of the cheapest model as shown; empty where there is none. */
  times: v.string(),
  /** Share of the most expensive model's cost, 0 to 1; the length of the bar. */
  share: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  /** Retired, no price and the like; empty when there is nothing to say. */
  note: v.string(),
  /** Day on which the price was checked; empty without a price. */
  checked: v.string(),
  /** Whether it is the status bar's model. */
  selected: v.boolean(),
});

const report = v.strictObject({
  title: v.string(),
  assumptions: v.string(),
  headings: v.strictObject({
    model: v.string(),
    cost: v.string(),
    tokens: v.string(),
    input: v.string(),
    output: v.string(),
    times: v.string(),
    checked: v.string(),
    note: v.string(),
  }),
  rows: v.array(reportRow),
});

/** From the editor to the page. */
export const toPageSchema = v.variant('type', [
  v.strictObject({ type: v.literal('report'), report }),
  v.strictObject({ type: v.literal('message'), text: v.string() }),
]);

/** From the page to the editor. */
export const fromPageSchema = v.variant('type', [
  v.strictObject({ type: v.literal('ready') }),
  /** What the page has on the screen: sent after each report, so that a page that stops is noticed. */
  v.strictObject({
    type: v.literal('shown'),
    modelIds: v.array(v.string()),
    costs: v.array(v.string()),
  }),
  v.strictObject({ type: v.literal('failed'), text: v.string() }),
]);

export type ReportRow = v.InferOutput<typeof reportRow>;
export type Report = v.InferOutput<typeof report>;
export type ToPage = v.InferOutput<typeof toPageSchema>;
export type FromPage = v.InferOutput<typeof fromPageSchema>;
