import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { ReportRow } from '../../core/estimate/row';
import { visibleText } from '../../core/figures/visibleText';
import type { Actions } from '../actions';
import { showCost, showLater, showMoney } from '../formats';
import { describeAnswer, describeCost, describeReason } from '../sentences';
import type { View } from '../view';

interface Props {
  readonly view: View;
  readonly actions: Actions;
}

/** The answer in one line, and the three figures that it rests on. */
export function AnswerSection({ view, actions }: Props): JSX.Element {
  const { cheapest, yours, baseline } = view.answer;
  return (
    <section class="answer" aria-label={l10n.t('The answer')}>
      <p class="headline" id="headline">
        <bdi>{describeAnswer(view)}</bdi>
      </p>
      <div class="figures">
        <Figure id="cheapest" label={l10n.t('Cheapest that fits')} row={cheapest} />
        <Figure id="yours" label={l10n.t('Your model')} row={yours} />
        <Figure id="baseline-figure" label={l10n.t('Compared with')} row={baseline}>
          <BaselineChoice view={view} actions={actions} />
        </Figure>
      </div>
    </section>
  );
}

interface FigureProps {
  readonly id: string;
  readonly label: string;
  readonly row: ReportRow | undefined;
  readonly children?: JSX.Element;
}

function Figure({ id, label, row, children }: FigureProps): JSX.Element {
  return (
    <div class="figure" id={id}>
      <span class="figure-label">{label}</span>
      <strong class="amount">{row ? describeCost(row) : '–'}</strong>
      {children ?? <bdi class="figure-model">{row ? visibleText(row.model.id) : ''}</bdi>}
      <span class="figure-band">{row ? describeFigure(row) : ''}</span>
    </div>
  );
}

/** The band of an estimate, or why there is no figure. */
function describeFigure(row: ReportRow): string {
  const { price } = row;
  if (price.kind === 'unpriced') return describeReason(price.reason);
  const { low, total, high, later } = price;
  if (later) return l10n.t('first of a day; each later one {0}', showLater(row.count, later));
  if (showCost(row) === showMoney(total)) return describeExactness(row);
  return l10n.t('{0} to {1}', showMoney(low), showMoney(high));
}

function describeExactness({ model }: ReportRow): string {
  return model.tokenizer.accuracy === 'near-exact'
    ? l10n.t('near-exact count')
    : l10n.t('exact count');
}

function BaselineChoice({ view, actions }: Props): JSX.Element {
  return (
    <select
      id="baseline"
      aria-label={l10n.t('Model to compare with')}
      value={view.answer.baseline?.model.id ?? ''}
      onChange={({ currentTarget }) => actions.compareWith(currentTarget.value)}
    >
      {view.models
        .map(({ id }) => id)
        .toSorted()
        .map((id) => (
          <option key={id} value={id}>
            {visibleText(id)}
          </option>
        ))}
    </select>
  );
}
