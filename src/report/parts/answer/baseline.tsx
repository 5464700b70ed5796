import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { visibleText } from '../../../core/figures/visibleText';
import { moreFound, noModelMatches, similarBelow } from '../../../wording/comparison';
import { describeCost } from '../../../wording/cost';
import { headlineLabel, modelsFound, shortName, yourModelOf } from '../../../wording/headline';
import type { Words } from '../../../wording/words';
import type { Actions } from '../../actions';
import { findBaselines, type FoundBaselines } from '../../figures/baselines';
import type { View } from '../../figures/view';
import { useWords } from '../../words';
import { ComboBox, type Option } from '../comboBox/comboBox';
import { OtherCost } from './otherModels';

interface Props {
  readonly view: View;
  readonly actions: Actions;
}

const ID = 'baseline';

/** The model that others are compared with, and its cost unless that is shown above. */
export function Baseline({ view, actions }: Props): JSX.Element {
  const words = useWords();
  const { baseline, current, cheapest, cheaper } = view.headline;
  const isShown = [current, cheapest, ...cheaper].includes(baseline);
  return (
    <div class="baseline" id="baseline-figure">
      <label class="figure-label" id={`${ID}-label`} for={ID}>
        {headlineLabel(words, 'compareWith')}
      </label>
      <BaselineBox view={view} actions={actions} />
      {baseline && !isShown && <OtherCost row={baseline} view={view} />}
      <p class="hint" id={`${ID}-hint`}>
        {headlineLabel(words, 'compareHint')}
      </p>
    </div>
  );
}

function BaselineBox({ view, actions }: Props): JSX.Element {
  const words = useWords();
  const [query, setQuery] = useState<string>();
  const found = useMemo(() => findBaselines(view, query ?? ''), [view, query]);
  const listed = useMemo(() => optionsOf(words, view, found), [words, view, found]);
  const { baseline } = view.headline;
  const own = { key: '', name: yourModelOf(words, view.headline), detail: '', figure: '' };
  const isTyped = query !== undefined && query.trim() !== '';
  const chosen = view.baselineId;
  return (
    <ComboBox
      id={ID}
      describedBy={`${ID}-hint`}
      chosen={chosen}
      shown={chosen === '' || !baseline ? own.name : shortName(baseline.model, view.models)}
      options={isTyped ? listed : [own, ...listed]}
      note={noteOf(words, found, query ?? '')}
      count={found.areSimilar ? '' : modelsFound(words, found.choices.length + found.more)}
      query={query}
      search={(typed) => {
        setQuery(typed);
        // Typing finds every model, as in the comparison.
        if (typed !== undefined && typed.trim() !== '') actions.wantAllModels();
      }}
      choose={actions.compareWith}
    />
  );
}

function optionsOf(words: Words, { models }: View, { choices }: FoundBaselines): readonly Option[] {
  return choices.map(({ model, row }) => ({
    key: model.id,
    name: shortName(model, models),
    detail: visibleText(model.id),
    figure: row ? describeCost(words, row) : '',
  }));
}

function noteOf(
  words: Words,
  { choices, more, areSimilar }: FoundBaselines,
  query: string,
): string {
  if (more > 0) return moreFound(words, more).join(': ');
  if (!areSimilar) return '';
  const [none, advice] = noModelMatches(words, visibleText(query));
  return choices.length === 0 ? `${none}: ${advice}` : similarBelow(words, none);
}
