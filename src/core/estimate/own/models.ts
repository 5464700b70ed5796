import { sumMoney } from '../../pricing/money';
import type { Model } from '../../pricing/table/priceTable';
import { sumTokenCounts, type TokenCount } from '../../tokens/tokenCount';
import { isMany, joinMany, textsOfCalls } from '../counts/many';
import { sumFormats } from '../chatFormat';
import { sumBeside } from '../counts/sent';
import type { Unpriced } from '../cost/unpriced';
import { sumBands, type CostBand } from '../cost/band';
import { withFactors } from '../cost/parts';
import { fitsLess } from '../contextFit';
import { isTraining, type Estimate, type Priced, type Share } from '../estimate';
import type { Projection } from '../projection';

/** The model of a text, or of each call of a file of requests, in the order of its calls. */
export type ModelOfText = Model | readonly Model[];

/** The places of the texts of each model, in the order of the models' first appearance. */
export function placesByModel(
  models: readonly ModelOfText[],
): ReadonlyMap<Model, readonly number[]> {
  const places = new Map<Model, number[]>();
  for (const [place, ofText] of models.entries()) {
    for (const model of new Set([ofText].flat())) {
      const others = places.get(model);
      if (others) others.push(place);
      else places.set(model, [place]);
    }
  }
  return places;
}

/** The counts of the texts that a model has; of a file, of those of its requests. */
export function countsOnModel(
  model: Model,
  counts: readonly TokenCount[],
  models: readonly ModelOfText[],
  places: readonly number[],
): readonly TokenCount[] {
  return places.flatMap((place) => {
    const [count, ofText] = [counts[place], models[place]];
    return count && isMany(count) && ofText && 'length' in ofText
      ? textsOfCalls(count, (call) => ofText[call] === model)
      : (count ?? []);
  });
}

/** The items at some places. */
export function itemsAt<T>(items: readonly T[], places: readonly number[]): readonly T[] {
  return places.flatMap((place) => items[place] ?? []);
}

/**
 * The sum of texts of which each is priced on a model of its own. If one has no price, the sum has none; examples for
 * fine-tuning are left out of it.
 *
 * Worked example: 1,000 tokens on o1 at 15 USD per million and 1,000 on DeepSeek-R1 at 0.55 cost 0.01555 USD.
 *
 * @param main of the texts without a model of their own: the sum bears its model, scenario and rates.
 * @param shares of all texts; at least one.
 */
export function onOwnModels(main: Estimate, shares: readonly Share[]): Estimate {
  const counts = countsInOrder(shares, (share) => share.counts);
  return {
    ...main,
    counts,
    contents: countsInOrder(shares, (share) => share.contents),
    texts: countsInOrder(shares, (share) => share.texts),
    beside: sumBeside(shares.map(({ estimate }) => estimate.beside)),
    format: sumFormats(shares.map(({ estimate }) => estimate)),
    count: sumTokenCounts(counts),
    shares,
    price: sumPrices(
      main,
      shares.map(({ estimate }) => estimate),
    ),
    fit: shares
      .map(({ estimate }) => estimate.fit)
      .reduce((least, fit) => (fitsLess(fit, least) ? fit : least)),
  };
}

/**
 * What each share has of its texts, in the order of all texts.
 *
 * @param join what several shares have of one file.
 */
export function inOrder<T>(
  shares: readonly Share[],
  read: (estimate: Estimate) => readonly T[],
  join: (parts: readonly T[]) => T,
): readonly T[] {
  const parts: T[][] = [];
  for (const { estimate, places } of shares) {
    const own = read(estimate);
    for (const [at, place] of places.entries()) {
      const item = own[at];
      if (item !== undefined) (parts[place] ??= []).push(item);
    }
  }
  return parts.map((ofText) => (ofText.length === 1 && ofText[0] ? ofText[0] : join(ofText)));
}

function countsInOrder(
  shares: readonly Share[],
  read: (estimate: Estimate) => readonly TokenCount[],
): readonly TokenCount[] {
  return inOrder(shares, read, (parts) => joinMany(parts.filter(isMany)));
}

/** How many texts each model has, the models of most texts first. */
export function textsByModel(
  shares: readonly Share[],
): readonly { readonly estimate: Estimate; readonly texts: number }[] {
  return shares
    .map(({ estimate, places }) => ({ estimate, texts: places.length }))
    .toSorted((a, b) => b.texts - a.texts);
}

function sumPrices(main: Estimate, each: readonly Estimate[]): Priced | Unpriced {
  const prices: Priced[] = [];
  const areAllTraining = each.every(({ price }) => isTraining(price));
  for (const { price } of each) {
    if (isTraining(price) && !areAllTraining) continue;
    if (price.kind === 'unpriced') return price;
    prices.push(price);
  }
  const rates = main.price.kind === 'priced' ? main.price : prices[0];
  if (!rates) throw new RangeError('no text to price');
  return {
    ...rates,
    ...sumBands(prices.map((price) => bandOf(price, price))),
    later: prices.some(({ later }) => later)
      ? sumBands(prices.map((price) => bandOf(price, price.later ?? price)))
      : undefined,
    perDay: sumProjections(prices.map(({ perDay }) => perDay)),
    perMonth: sumProjections(prices.map(({ perMonth }) => perMonth)),
  };
}

/** Each part with the factors of its own model. */
function bandOf({ applied }: Priced, { expected, low, high }: CostBand): CostBand {
  const parts = withFactors(expected.parts, applied.factors);
  return { expected: { ...expected, parts }, low, high };
}

function sumProjections(projections: readonly Projection[]): Projection {
  return {
    low: sumMoney(projections.map(({ low }) => low)),
    expected: sumMoney(projections.map(({ expected }) => expected)),
    high: sumMoney(projections.map(({ high }) => high)),
  };
}
