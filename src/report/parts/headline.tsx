import type { JSX } from 'preact';
import type { Budgets } from '../../core/estimate/budget';
import type { Estimate } from '../../core/estimate/estimate';
import { visibleText } from '../../core/figures/visibleText';
import type { Actions } from '../actions';
import { headlineLabel, describeHeadline, describeFigure } from '../../wording/headline';
import { describeCost } from '../../wording/cost';
import { namedSubject } from '../subject';
import type { View } from '../figures/view';
import { useWords } from '../words';

interface Props {
  readonly view: View;
  readonly actions: Actions;
}

/** The headline in one line, and the three figures that support it. */
export function HeadlineSection({ view, actions }: Props): JSX.Element {
  const words = useWords();
  const { cheapest, yours, baseline } = view.headline;
  return (
    <section aria-label={headlineLabel(words, 'section')}>
      <p class="headline" id="headline">
        <bdi>{describeHeadline(words, view, namedSubject(view.subject))}</bdi>
      </p>
      <div class="figures">
        <Figure id="cheapest" label={headlineLabel(words, 'cheapest')} row={cheapest} />
        <Figure
          id="yours"
          label={headlineLabel(words, 'yours')}
          row={yours}
          note={view.modelReading}
          budgets={view.budgets}
        />
        <Figure id="baseline-figure" label={headlineLabel(words, 'baseline')} row={baseline}>
          <BaselineChoice view={view} actions={actions} />
        </Figure>
      </div>
    </section>
  );
}

interface FigureProps {
  readonly id: string;
  readonly label: string;
  readonly row: Estimate | undefined;
  readonly note?: string | undefined;
  /** Undefined: the figure is not the user's model, and has no budget. */
  readonly budgets?: Budgets | undefined;
  readonly children?: JSX.Element;
}

function Figure({ id, label, row, note, budgets, children }: FigureProps): JSX.Element {
  const words = useWords();
  return (
    <div class="figure" id={id}>
      <span class="figure-label">{label}</span>
      <strong class="amount">{row ? describeCost(words, row) : '–'}</strong>
      {children ?? <bdi class="figure-model">{row ? visibleText(row.model.id) : ''}</bdi>}
      <span class="figure-band">{row ? describeFigure(words, row, budgets) : ''}</span>
      {note !== undefined && <bdi class="figure-note">{visibleText(note)}</bdi>}
    </div>
  );
}

function BaselineChoice({ view, actions }: Props): JSX.Element {
  const words = useWords();
  return (
    <select
      id="baseline"
      aria-label={headlineLabel(words, 'baselineChoice')}
      value={view.headline.baseline?.model.id ?? ''}
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
