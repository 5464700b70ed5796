import { addMoney, ZERO_MONEY, type Money } from '../../pricing/money';
import { sumTokenCounts } from '../../tokens/tokenCount';
import { sumBeside } from '../counts/sent';
import type { Unpriced } from '../cost/call';
import { costOfParts, type CostBand } from '../cost/band';
import { mergeParts } from '../cost/parts';
import { fitsLess, type Estimate, type Priced } from '../estimate';
import type { Projection } from '../projection';

/**
 * The sum of texts of which each is priced on a model of its own. If one has no price, the sum has none.
 *
 * Worked example: 1,000 tokens on o1 at 15 USD per million and 1,000 on DeepSeek-R1 at 0.55 cost 0.01555 USD.
 *
 * @param main of the texts without a model of their own: the sum bears its model, scenario and rates.
 * @param each in the order of the texts; at least one.
 */
export function onOwnModels(main: Estimate, each: readonly Estimate[]): Estimate {
  const counts = each.flatMap((one) => one.counts);
  return {
    ...main,
    counts,
    texts: each.flatMap(({ texts }) => texts),
    beside: sumBeside(each.map(({ beside }) => beside)),
    count: sumTokenCounts(counts),
    each,
    price: sumPrices(main, each),
    fit: each.reduce((least, { fit }) => (fitsLess(fit, least) ? fit : least), main.fit),
  };
}

function sumPrices(main: Estimate, each: readonly Estimate[]): Priced | Unpriced {
  const prices: Priced[] = [];
  for (const { price } of each) {
    if (price.kind === 'unpriced') return price;
    prices.push(price);
  }
  const rates = main.price.kind === 'priced' ? main.price : prices[0];
  if (!rates) throw new RangeError('no text to price');
  return {
    ...rates,
    ...sumBands(prices),
    later: prices.some(({ later }) => later)
      ? sumBands(prices.map((price) => price.later ?? price))
      : undefined,
    perDay: sumProjections(prices.map(({ perDay }) => perDay)),
    perMonth: sumProjections(prices.map(({ perMonth }) => perMonth)),
  };
}

function sumBands(bands: readonly CostBand[]): CostBand {
  return {
    expected: costOfParts(mergeParts(bands.flatMap(({ expected }) => expected.parts))),
    low: sum(bands.map(({ low }) => low)),
    high: sum(bands.map(({ high }) => high)),
  };
}

function sumProjections(projections: readonly Projection[]): Projection {
  return {
    low: sum(projections.map(({ low }) => low)),
    expected: sum(projections.map(({ expected }) => expected)),
    high: sum(projections.map(({ high }) => high)),
  };
}

function sum(amounts: readonly Money[]): Money {
  return amounts.reduce(addMoney, ZERO_MONEY);
}
