import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { moneyToDecimal } from '../../../core/pricing/money';
import type { CostPart } from '../../../core/estimate/callCost';
import type { AppliedFactor } from '../../../core/pricing/rates/factors';
import type { ReportRow, RowPrice } from '../../../core/estimate/row';
import { visibleText } from '../../../core/figures/visibleText';
import type { Actions } from '../../actions';
import { showNumber, showRate, showMoney } from '../../formats';
import { derivationNotes } from '../../derivation';
import { describeReason, marksOf, partLabel } from '../../sentences';
import type { View } from '../../view';
import { SourceLink } from './sourceLink';

interface Props {
  readonly row: ReportRow;
  readonly view: View;
  readonly actions: Actions;
}

/** How a row's figures came about: each part with its tokens and rate, then every rule that applied. */
export function FormulaView({ row, view, actions }: Props): JSX.Element {
  const { price, model } = row;
  return (
    <div class="formula">
      <p class="hint">
        <bdi>{visibleText(model.id)}</bdi>
      </p>
      {price.kind === 'unpriced' ? (
        <p>{describeReason(price.reason)}</p>
      ) : (
        <PartTable row={row} price={price} />
      )}
      <ul>
        {marksOf(row, view).map(({ label, reason }) => (
          <li key={label}>{reason}</li>
        ))}
        {derivationNotes(row, view).map((note) => (
          <li key={note}>{note}</li>
        ))}
        {price.kind === 'priced' && (
          <li>
            {l10n.t('Price from:')} <SourceLink source={price.example.applied.period.source} />
          </li>
        )}
      </ul>
      <div class="buttons">
        <button type="button" onClick={() => actions.compareWith(model.id)}>
          {l10n.t('Compare with this model')}
        </button>
        <button
          type="button"
          disabled={model.id === view.modelId}
          onClick={() => actions.post({ type: 'selectModel', modelId: model.id })}
        >
          {l10n.t('Make it my model')}
        </button>
      </div>
    </div>
  );
}

function PartTable({ row, price }: { row: ReportRow; price: RowPrice }): JSX.Element {
  const { factors } = price.example.applied;
  return (
    <table class="parts">
      <thead>
        <tr>
          <th scope="col">{l10n.t('Part')}</th>
          <th scope="col" class="number">
            {l10n.t('Quantity')}
          </th>
          <th scope="col" class="number">
            {l10n.t('Rate')}
          </th>
          <th scope="col" class="number">
            {l10n.t('Amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {price.parts.map((part) => (
          <tr key={`${part.name} ${rateText(part)}`}>
            <th scope="row">{partLabel(part.name)}</th>
            <td class="number">{quantityText(part)}</td>
            <td class="number">
              × {rateText(part)}
              {part.name === 'requestFee' ? '' : factorText(factors)}
            </td>
            <td class="number">= {showMoney(part.amount)}</td>
          </tr>
        ))}
        <tr class="sum">
          <th scope="row">{l10n.t('Sum')}</th>
          <td class="number" colSpan={2}>
            {l10n.t('exactly {0} USD', moneyToDecimal(price.total))}
          </td>
          <td class="number">= {showMoney(price.total)}</td>
        </tr>
        {row.count.method === 'estimated' && (
          <tr>
            <th scope="row">{l10n.t('Range')}</th>
            <td class="number" colSpan={3}>
              {l10n.t('{0} to {1}', showMoney(price.low), showMoney(price.high))}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

function quantityText(part: CostPart): string {
  if (part.name === 'requestFee') {
    return part.requests === 1
      ? l10n.t('1 request')
      : l10n.t('{0} requests', showNumber(part.requests));
  }
  return part.tokens === 1 ? l10n.t('1 token') : l10n.t('{0} tokens', showNumber(part.tokens));
}

function rateText(part: CostPart): string {
  return part.name === 'requestFee'
    ? l10n.t('{0} per thousand', showRate(part.usdPerThousandRequests))
    : l10n.t('{0} per million', showRate(part.usdPerMillionTokens));
}

/** " × 1/2 (batch)". */
function factorText(factors: readonly AppliedFactor[]): string {
  return factors
    .map(({ name, factor }) => ` × ${factor.numerator}/${factor.denominator} (${name})`)
    .join('');
}
