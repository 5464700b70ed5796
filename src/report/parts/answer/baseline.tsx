import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Model } from '../../../core/pricing/table/priceTable';
import { headlineLabel, shortName } from '../../../wording/headline';
import type { Words } from '../../../wording/words';
import type { Actions } from '../../actions';
import type { View } from '../../figures/view';
import { useWords } from '../../words';
import { OtherCost } from './otherModels';

interface Props {
  readonly view: View;
  readonly actions: Actions;
}

/** The model that others are compared with, and its cost unless that is shown above; none until one is chosen. */
export function Baseline({ view, actions }: Props): JSX.Element {
  const words = useWords();
  const { baseline, current, cheapest, cheaper } = view.headline;
  const isShown = [current, cheapest, ...cheaper].includes(baseline);
  return (
    <div class="baseline" id="baseline-figure">
      <label class="figure-label" for="baseline">
        {headlineLabel(words, view.baselineId === '' ? 'compareWith' : 'baseline')}
      </label>
      <BaselineChoice view={view} actions={actions} />
      {baseline && !isShown && <OtherCost row={baseline} view={view} />}
    </div>
  );
}

function BaselineChoice({ view, actions }: Props): JSX.Element {
  const words = useWords();
  // Each key in the text draws the page, and the list of models is the same.
  const options = useMemo(() => optionsOf(view.models, words), [view.models, words]);
  return (
    <select
      id="baseline"
      value={view.baselineId}
      onChange={({ currentTarget }) => actions.compareWith(currentTarget.value)}
    >
      <option value="">{headlineLabel(words, 'yours')}</option>
      {options}
    </select>
  );
}

function optionsOf(models: readonly Model[], { locale }: Words): readonly JSX.Element[] {
  const { compare } = new Intl.Collator(locale);
  return models
    .map((model) => [shortName(model, models), model.id] as const)
    .toSorted(([a], [b]) => compare(a, b))
    .map(([name, id]) => (
      <option key={id} value={id}>
        {name}
      </option>
    ));
}
