import { rangeOf } from '../../src/core/export/report';
import { periodAt } from '../../src/core/pricing/selection/sold';
import { isBeginningKnown, knownDay } from '../../src/core/pricing/staleness';
import type { Model, Period, PriceTable } from '../../src/core/pricing/table/priceTable';
import { disagreements, trustOf, type Trust } from '../../src/core/pricing/trust';

const START = '<!-- figures of the table, written by `npm run pricing:update` -->';
const END = '<!-- end of the figures -->';

/**
 * Replaces the figures in docs/pricing.md.
 *
 * @throws {Error} if the page has no place for them.
 */
export function withFigures(page: string, table: PriceTable): string {
  const [before, , after] = page.split(new RegExp(`(?<=${START}\n)|(?=${END})`));
  if (before === undefined || after === undefined) throw new Error('docs/pricing.md: no figures');
  return `${before}\n${figures(table)}\n\n${after}`;
}

/**
 * How many rows there are, how each is known, how old they are, and how many are disputed: of the prices that apply on
 * the day of the newest source, so that a run on a later day changes nothing.
 */
function figures({ models, otherwiseBilled = [] }: PriceTable): string {
  const day = newestDay(models);
  const prices = models.map((model) => periodAt(model, Date.parse(day)));
  const providers = new Set(models.map(({ provider }) => provider)).size;
  const periods = models.reduce((sum, model) => sum + model.periods.length, 0);
  const disputed = prices.filter((price) => disagreements(price).length > 0).length;
  const unknown = models.filter(({ periods: [first] }) => !isBeginningKnown(first)).length;
  return [
    `The table holds **${count(providers)} providers**, **${count(models.length)} models** and **${count(periods)} periods** of prices. The price of each model on ${day}, the day of the newest source, or its last one before, is`,
    trustLines(prices),
    `Earlier prices are not known of ${count(unknown)} models.`,
    `Models of which a source has another price: ${count(disputed)}. Ids known as not priced by text tokens: ${count(otherwiseBilled.length)}.`,
  ].join('\n\n');
}

function trustLines(prices: readonly Period[]): string {
  const kinds: readonly (readonly [Trust, string])[] = [
    ['vendor', 'read at the vendor'],
    ['copy', "read in a stored copy of the vendor's page"],
    ['agreed', 'equal in two or more independent sources'],
    ['single', 'from one source'],
  ];
  const lines = kinds.map(([trust, name]) => {
    const known = prices.filter((price) => trustOf(price) === trust);
    return `- **${name}**: ${[`${count(known.length)} models`, ...agesOf(known)].join('; ')}`;
  });
  return lines.join('\n');
}

function newestDay(models: readonly Model[]): string {
  const days = models.flatMap(({ periods }) => periods.map(({ source }) => knownDay(source)));
  return days.toSorted().at(-1) ?? '';
}

/** ["12 checked from 2026-08-11 to 2026-11-27", "75 published on 2026-09-23, check day unknown"] */
function agesOf(prices: readonly Period[]): readonly string[] {
  const sources = prices.map(({ source }) => source);
  const checked = sources.flatMap((source) => source.checked || []);
  const published = sources.flatMap((source) => (source.checked === '' ? source.published : []));
  return [
    ...spanOf('checked', checked),
    ...spanOf('published', published).map((span) => `${span}, check day unknown`),
  ];
}

function spanOf(what: string, days: readonly (string | undefined)[]): readonly string[] {
  const range = rangeOf(days.map((day = '') => day));
  if (!range) return [];
  const { first, last } = range;
  const span = first === last ? `on ${first}` : `from ${first} to ${last}`;
  return [`${count(days.length)} ${what} ${span}`];
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}
