import type { JSX } from 'preact';
import type { Estimate } from '../../../core/estimate/estimate';
import { visibleText } from '../../../core/figures/visibleText';
import { describeCost } from '../../../wording/cost';
import {
  chooseAsMine,
  describePart,
  describeRatesOf,
  headlineLabel,
  shortName,
} from '../../../wording/headline';
import { cheapestOf, otherScope } from '../../../wording/page/answer';
import type { Actions } from '../../actions';
import { comparedModels, type View } from '../../figures/view';
import { useFocusBack } from '../../useFocusBack';
import { useWords } from '../../words';

/** The figure of the user's model, which takes the focus of a button by which another one was chosen. */
export const YOURS_ID = 'yours';

interface Props {
  readonly view: View;
  readonly actions: Actions;
}

/** What costs less than the user's model, with the rates that are the reason. */
export function OtherModels({ view, actions }: Props): JSX.Element {
  const rows = otherRows(view);
  if (rows.length === 0) return <ScopeLine view={view} actions={actions} />;
  return (
    <div class="others">
      <ul aria-labelledby="others-label">
        {rows.map((row) => (
          <OtherModel key={row.model.id} row={row} view={view} actions={actions} />
        ))}
      </ul>
      <ScopeLine view={view} actions={actions} />
    </div>
  );
}

/** What the models above, or the one of the sentence if there are none, are the cheapest of; and the way to the other answer. */
function ScopeLine({ view, actions }: Props): JSX.Element {
  const words = useWords();
  const { scope, models, table } = view;
  const isAll = scope === 'all';
  const hasOther = models.length < table.total;
  return (
    <p class="figure-label scope">
      <span id="others-label">{cheapestOf(words, scope, models.length, table.total)}</span>{' '}
      {hasOther && (
        <button
          type="button"
          id="scope"
          class="link"
          onClick={() => actions.update({ showsAll: !isAll, filter: '', provider: '' })}
        >
          {otherScope(words, isAll, models.length, table.total)}
        </button>
      )}
    </p>
  );
}

/** The cheapest is dearer than the user's model if that one cannot be bought. */
function otherRows({ headline: { cheaper, cheapest, current } }: View): readonly Estimate[] {
  if (cheaper.length > 0 || !cheapest || cheapest === current) return cheaper;
  return [cheapest];
}

function OtherModel({ row, view, actions }: Props & { readonly row: Estimate }): JSX.Element {
  const words = useWords();
  const ref = useFocusBack<HTMLLIElement>(YOURS_ID);
  const name = shortName(row.model, comparedModels(view));
  return (
    <li ref={ref}>
      <div class="other-model">
        <bdi title={visibleText(row.model.id)}>{name}</bdi>
        {row === view.headline.cheapest && (
          <span class="tag">{headlineLabel(words, 'cheapest')}</span>
        )}
        <p class="figure-rates">{describeRatesOf(words, row)}</p>
      </div>
      <div class="other-cost">
        <OtherCost row={row} view={view} />
        {row.model.id !== view.modelId && (
          <button
            type="button"
            aria-label={chooseAsMine(words, name)}
            onClick={() => actions.selectModel(row.model.id)}
          >
            {headlineLabel(words, 'choose')}
          </button>
        )}
      </div>
    </li>
  );
}

/** "$0.0000460", "1/114 of your cost". */
export function OtherCost({
  row,
  view,
}: {
  readonly row: Estimate;
  readonly view: View;
}): JSX.Element {
  const words = useWords();
  return (
    <div class="number">
      {describeCost(words, row)}
      <p class="figure-rates">{describePart(words, row, view.headline.current)}</p>
    </div>
  );
}
