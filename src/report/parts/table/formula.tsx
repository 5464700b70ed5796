import type { JSX } from 'preact';
import type { Estimate, Priced } from '../../../core/estimate/estimate';
import { partBands } from '../../../core/estimate/partBands';
import { isSold } from '../../../core/pricing/selection/sold';
import { visibleText } from '../../../core/figures/visibleText';
import type { Actions } from '../../actions';
import { describeReason, partName, showCost } from '../../../wording/cost';
import { cachingInDetail } from '../../../wording/page/cachingDetails';
import { derivationNotes, marksOf } from '../../../wording/page/derivation';
import { showMoney } from '../../../wording/numbers';
import { factorsOnPart } from '../../../core/estimate/cost/parts';
import { factorsOf } from '../../../wording/price';
import {
  amountRange,
  bandQuantity,
  formulaLabel,
  partQuantity,
  partRate,
} from '../../../wording/page/table';
import { ageOf, type View } from '../../figures/view';
import { useWords } from '../../words';
import { SourceLink } from './sourceLink';

interface Props {
  readonly row: Estimate;
  readonly view: View;
  readonly actions: Actions;
}

/** The derivation of a row: each part with its tokens and rate, then every rule that applied. */
export function FormulaView({ row, view, actions }: Props): JSX.Element {
  const words = useWords();
  const { price, model } = row;
  return (
    <div class="formula">
      <p class="hint">
        <bdi>{visibleText(model.id)}</bdi>
      </p>
      {price.kind === 'unpriced' ? (
        <p>{describeReason(words, price.reason)}</p>
      ) : (
        <Parts row={row} price={price} />
      )}
      <Notes row={row} view={view} />
      <div class="buttons">
        <button type="button" onClick={() => actions.compareWith(model.id)}>
          {formulaLabel(words, 'compare')}
        </button>
        <button
          type="button"
          disabled={model.id === view.modelId}
          onClick={() => actions.selectModel(model.id)}
        >
          {formulaLabel(words, isSold(model, row.atMs) ? 'select' : 'selectRetired')}
        </button>
        <button type="button" onClick={() => actions.showPriceSheet(model.id)}>
          {formulaLabel(words, 'priceSheet')}
        </button>
      </div>
    </div>
  );
}

/** Every mark and rule of the price. */
function Notes({ row, view }: Omit<Props, 'actions'>): JSX.Element {
  const words = useWords();
  const { price } = row;
  return (
    <ul>
      {marksOf(words, row, ageOf(view)).map(({ label, reason }) => (
        <li key={label}>{reason}</li>
      ))}
      {derivationNotes(words, row, view.scenario).map((note) => (
        <li key={note}>{note}</li>
      ))}
      {cachingInDetail(words, row).map((note) => (
        <li key={note}>{note}</li>
      ))}
      {price.kind === 'priced' && (
        <li>
          {formulaLabel(words, 'source')}{' '}
          <SourceLink source={price.applied.period.source} hasPath />
        </li>
      )}
    </ul>
  );
}

/** "Input: 132 to 150 tokens × $3.00 per million = $0.000396 to $0.000450", and the sum. */
function Parts({ row, price }: { row: Estimate; price: Priced }): JSX.Element {
  const words = useWords();
  const isEstimated = row.count.method === 'estimated';
  const bands = isEstimated ? partBands(row) : undefined;
  const { factors } = price.applied;
  return (
    <ul class="parts" aria-label={formulaLabel(words, 'parts')}>
      {price.expected.parts.map((part, index) => {
        const band = bands?.[index];
        return (
          <li key={`${index} ${part.name} ${partRate(words, part)}`}>
            <span>{partName(words, part.name)}</span>
            <span>
              {band ? bandQuantity(words, band) : partQuantity(words, part)} ×{' '}
              {partRate(words, part)}
              {factorsOf(words, factorsOnPart(part, factors))}
            </span>
            <span class="number">
              ={' '}
              {band
                ? amountRange(words, band.low.amount, band.high.amount)
                : showMoney(words, part.amount)}
            </span>
          </li>
        );
      })}
      <li class="sum">
        <span>{formulaLabel(words, 'sum')}</span>
        <span>{isEstimated ? amountRange(words, price.low, price.high) : ''}</span>
        <span class="number">
          {isEstimated ? '' : '= '}
          {showCost(words, row.count, price.expected.total)}
        </span>
      </li>
    </ul>
  );
}
