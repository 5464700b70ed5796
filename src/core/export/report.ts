import { assumesCache } from '../estimate/caching/caching';
import type { Estimate } from '../estimate/estimate';
import { estimateEach } from '../estimate/own/each';
import type { OwnCall } from '../estimate/modelScenario';
import { areRequests, ownAnswers, type OwnAnswers } from '../estimate/own/calls';
import { isMany, ofAllCalls, textsIn } from '../estimate/counts/many';
import { withoutBeside } from '../estimate/counts/sent';
import { rankEstimates, type RankedEstimate } from '../estimate/ranking';
import type { Model, Period } from '../pricing/table/priceTable';
import { agreeingSources } from '../pricing/trust';
import type { BadLine } from '../requests/request';
import type { TokenCount } from '../tokens/tokenCount';
import { withoutConversation } from '../scenario/conversation';
import { completeScenario, type Scenario } from '../scenario/scenario';

/** The content of every export. Equal reports give equal bytes, on every machine and in every language. */
export interface ExportReport {
  /** Version of API Spend. */
  readonly version: string;
  /** Time of the call, milliseconds since 1970. */
  readonly atMs: number;
  readonly scenario: Scenario;
  /** Names of the texts, in the order of each estimate's counts. */
  readonly paths: readonly string[];
  /** One for each model. */
  readonly rows: readonly Estimate[];
  /** Of a file of requests, which are the texts; undefined: the texts are files or parts of one. */
  readonly requests?: ExportedRequests | undefined;
  /** Ids of requests, in the order of the texts: `custom_id`, `key` or `recordId`; absent: none has one. */
  readonly customIds?: readonly (string | undefined)[] | undefined;
  /** Lines of files of requests that are no requests or have no model, and not in any price; undefined: there is no such file. */
  readonly badLines?: readonly ExportedLine[] | undefined;
  /** The files that are one call, which is the first text; undefined: each is a text of its own. */
  readonly parts?: ExportedParts | undefined;
  /** In the order of the texts; absent: none is a template. */
  readonly templates?: readonly (ExportedTemplate | undefined)[] | undefined;
  /** Number of files, where one with requests on several models is several texts; absent: that of the texts. */
  readonly files?: number | undefined;
  /** Ids of the models that the texts name and are priced on, in the order of the texts; absent: none. */
  readonly ownModelIds?: readonly (string | undefined)[] | undefined;
  /** Models that the price table has beside these rows; undefined: not known. */
  readonly moreModels?: number | undefined;
  /** Prices checked more than this many days ago are marked as old; undefined: the default. */
  readonly staleAfterDays?: number | undefined;
  /** Whether it says when caching pays, also if no cache is assumed. */
  readonly asksCaching?: boolean | undefined;
}

/** What is said of requests beside their estimates. */
export interface ExportedRequests {
  /** Of the file, or of the files. */
  readonly name: string;
}

/** What is said of the values of a template. */
export interface ExportedTemplate {
  /** Number of samples that are counted, of which the figures are the means; 1: one set of values, or none. */
  readonly samples: number;
  /** Number of samples that there are. */
  readonly allSamples: number;
  /** The files that values come from, relative to the template. */
  readonly files: readonly string[];
  /** Placeholders that no value replaces, or not in each sample, as written. */
  readonly asWritten: readonly string[];
}

/** Files that are one call. */
export interface ExportedParts {
  readonly paths: readonly string[];
  /** In the order of the paths; absent: none is a template. */
  readonly templates?: readonly (ExportedTemplate | undefined)[] | undefined;
  /** Tokens of each file with its header, in the order of the paths. */
  readonly countsOn: (model: Model) => readonly TokenCount[];
}

export interface ExportedLine {
  /** Of the file. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /**
   * `toolsUnknown`: the file names servers, not their tools. Where each request is on the model that it names,
   * `unknownModel`: the price table lacks it; `noModel`: it names none.
   */
  readonly reason: BadLine['reason'] | 'toolsUnknown' | 'unknownModel' | 'noModel';
}

/** One text with the estimates of all models, in the order of `compareEstimates`. */
export interface EstimatedText {
  readonly path: string;
  /** Of a request: its `custom_id`, `key` or `recordId`. */
  readonly customId: string | undefined;
  /** The model that the text names and is priced on. */
  readonly ownModelId: string | undefined;
  /** What the text says of its own call, or a file of requests of all its calls. */
  readonly call: Omit<OwnCall, 'beside'>;
  /** Number of requests in the file; undefined: it is one text. */
  readonly requests: number | undefined;
  /** Undefined: the text is no template. */
  readonly template: ExportedTemplate | undefined;
  readonly estimates: readonly RankedEstimate[];
}

/** The assumptions that apply: none on conversations where all texts are requests, which are calls as they stand. */
export function assumptionsOf({ scenario, rows: [row] }: ExportReport): Scenario {
  const calls = row?.calls ?? [];
  const areStanding = calls.length > 0 && calls.every((call) => areRequests([call]));
  return areStanding ? withoutConversation(scenario) : scenario;
}

/** How many of the texts name their longest answer. */
export function answersOf({ rows: [row] }: Pick<ExportReport, 'rows'>): OwnAnswers {
  return ownAnswers(row?.calls ?? []);
}

/** Whether a report has the fields on caching: all of its rows, so that the columns of CSV are equal. */
export function tellsCaching(report: ExportReport): boolean {
  const { asksCaching = false } = report;
  return asksCaching || assumesCache(completeScenario(assumptionsOf(report)));
}

export function estimatesByText({
  paths,
  rows,
  ownModelIds = [],
  customIds = [],
  templates = [],
}: ExportReport): readonly EstimatedText[] {
  const ofRows = rows.map(estimateEach);
  const calls = withoutBeside(rows[0]?.calls ?? []);
  return paths.map((path, index) => ({
    path,
    customId: customIds[index],
    ownModelId: ownModelIds[index],
    call: ofAllCalls(calls[index] ?? {}),
    requests: requestsIn(rows[0]?.counts[index]),
    template: templates[index],
    estimates: rankEstimates(ofRows.flatMap((estimates) => estimates[index] ?? [])),
  }));
}

function requestsIn(count: TokenCount | undefined): number | undefined {
  return count && isMany(count) ? textsIn([count]) : undefined;
}

/** Models whose prices are known from the same sources and days. */
export interface PriceSource {
  /** A period with these sources. */
  readonly period: Pick<Period, 'source' | 'alsoIn'>;
  readonly ids: readonly string[];
}

/** The sources of the prices; the user's own prices have none. */
export function priceSources(rows: readonly Estimate[]): readonly PriceSource[] {
  const sources = new Map<string, PriceSource>();
  for (const { model, price } of rows) {
    if (price.kind === 'unpriced') continue;
    const { period } = price.applied;
    const agreeing = agreeingSources(period);
    if (agreeing.length === 0) continue;
    const key = agreeing.map(({ url, checked, published }) => `${url} ${checked} ${published}`);
    const { ids } = sources.get(key.join()) ?? { ids: [] };
    sources.set(key.join(), { period, ids: [...ids, model.id] });
  }
  return [...sources.values()];
}

/** The first and the last of some days, YYYY-MM-DD. */
export interface DayRange {
  readonly first: string;
  readonly last: string;
}

/** The days of the prices in a report; each undefined if there is none. */
export interface PriceDays {
  /** On which prices were checked. */
  readonly checked: DayRange | undefined;
  /** On which sources were published whose prices were checked on an unknown day. */
  readonly published: DayRange | undefined;
}

export function priceDays(rows: readonly Estimate[]): PriceDays {
  const sources = rows.flatMap(({ price }) =>
    price.kind === 'priced' ? [price.applied.period.source] : [],
  );
  const unchecked = sources.filter(({ checked }) => checked === '');
  return {
    checked: rangeOf(sources.map(({ checked }) => checked)),
    published: rangeOf(unchecked.map(({ published = '' }) => published)),
  };
}

/** Empty texts are no days. Undefined if there is none. */
export function rangeOf(days: readonly string[]): DayRange | undefined {
  const known = days.filter((day) => day !== '').toSorted();
  const [first] = known;
  const last = known.at(-1);
  return first === undefined || last === undefined ? undefined : { first, last };
}
