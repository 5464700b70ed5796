import type { JSX } from 'preact';
import { moneyToDecimal } from '../../../core/pricing/money';
import type { Estimate, Priced } from '../../../core/estimate/estimate';
import { visibleText } from '../../../core/figures/visibleText';
import type { Actions } from '../../actions';
import { describeReason, partName } from '../../../wording/cost';
import { showRange } from '../../../wording/count';
import { derivationNotes, marksOf } from '../../../wording/page/derivation';
import { showMoney } from '../../../wording/numbers';
import { factorsOn } from '../../../core/pricing/rates/factors';
import { factorsOf } from '../../../wording/price';
import { exactSum, formulaLabel, partQuantity, partRate } from '../../../wording/page/table';
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
        <PartTable row={row} price={price} />
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
          {formulaLabel(words, 'select')}
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
      {price.kind === 'priced' && (
        <li>
          {formulaLabel(words, 'source')} <SourceLink source={price.applied.period.source} />
        </li>
      )}
    </ul>
  );
}

function PartHeadings(): JSX.Element {
  const words = useWords();
  return (
    <thead>
      <tr>
        <th scope="col">{formulaLabel(words, 'part')}</th>
        {(['quantity', 'rate', 'amount'] as const).map((label) => (
          <th key={label} scope="col" class="number">
            {formulaLabel(words, label)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function PartTable({ row, price }: { row: Estimate; price: Priced }): JSX.Element {
  const words = useWords();
  const { factors } = price.applied;
  return (
    <table class="parts">
      <PartHeadings />
      <tbody>
        {price.expected.parts.map((part) => (
          <tr key={`${part.name} ${partRate(words, part)}`}>
            <th scope="row">{partName(words, part.name)}</th>
            <td class="number">{partQuantity(words, part)}</td>
            <td class="number">
              × {partRate(words, part)}
              {part.name === 'requestFee' ? '' : factorsOf(words, factorsOn(factors, part.name))}
            </td>
            <td class="number">= {showMoney(words, part.amount)}</td>
          </tr>
        ))}
        <tr class="sum">
          <th scope="row">{formulaLabel(words, 'sum')}</th>
          <td class="number" colSpan={2}>
            {exactSum(words, moneyToDecimal(price.expected.total))}
          </td>
          <td class="number">= {showMoney(words, price.expected.total)}</td>
        </tr>
        {row.count.method === 'estimated' && (
          <tr>
            <th scope="row">{formulaLabel(words, 'range')}</th>
            <td class="number" colSpan={3}>
              {showRange(words, showMoney(words, price.low), showMoney(words, price.high))}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
