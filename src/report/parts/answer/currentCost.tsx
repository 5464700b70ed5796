import type { JSX } from 'preact';
import type { Estimate } from '../../../core/estimate/estimate';
import { textsByModel } from '../../../core/estimate/own/models';
import { hasNoText } from '../../../core/estimate/textShare';
import { visibleText } from '../../../core/figures/visibleText';
import { completeScenario } from '../../../core/scenario/scenario';
import { aMonth } from '../../../wording/call';
import { describeCost, showCost } from '../../../wording/cost';
import {
  describeAnswer,
  describeBelowAnswer,
  describeRatesOf,
  headlineLabel,
  shortName,
} from '../../../wording/headline';
import { allOnOneModel, onOwnModelsNote } from '../../../wording/page/files';
import { describeOrigin } from '../../../wording/trust';
import { describeSplit } from '../../../wording/views/readout';
import { missingTierNotes } from '../../../wording/requests/options';
import { asSentence, type Words } from '../../../wording/words';
import type { View } from '../../figures/view';
import { useWords } from '../../words';
import { YOURS_ID } from './otherModels';
import { Samples } from './samples';

const LABEL_ID = 'yours-label';

interface Props {
  readonly view: View;
}

interface CostProps extends Props {
  /** Whether the facts stand here, or elsewhere because the page is narrow. */
  readonly hasFacts: boolean;
}

/** The cost on the user's model, or of each file on the model that it names. */
export function CurrentCost({ view, hasFacts }: CostProps): JSX.Element {
  const words = useWords();
  const { current } = view.headline;
  return (
    <div class="figure" id={YOURS_ID} tabIndex={-1} role="group" aria-labelledby={LABEL_ID}>
      <Label view={view} />
      <p class="figure-line">
        <strong class="amount">{current ? describeAnswer(words, current) : '–'}</strong>
        <span class="figure-band">
          {current
            ? describeBelowAnswer(words, current, view.budgets)
            : headlineLabel(words, 'unknown')}
        </span>
      </p>
      {hasFacts && <CurrentFacts view={view} />}
    </div>
  );
}

/** The rates of that cost, what it is of, and how its model was read. */
export function CurrentFacts({ view }: Props): JSX.Element {
  const words = useWords();
  return (
    <>
      <Facts facts={factsOf(words, view)} />
      {notesOf(words, view).map((sentence) => (
        <p key={sentence} class="figure-note">
          {sentence}
        </p>
      ))}
      <Samples view={view} />
      {view.modelReading !== undefined && (
        <span class="figure-note">{visibleText(view.modelReading)}</span>
      )}
    </>
  );
}

function Label({ view: { headline, modelId } }: Props): JSX.Element {
  const words = useWords();
  const { yours, current } = headline;
  const isUsed = current?.shares?.some(({ estimate }) => estimate.model.id === modelId) ?? true;
  return (
    <p class="figure-label" id={LABEL_ID}>
      {headlineLabel(words, current?.shares ? 'yoursEach' : 'yours')}{' '}
      {isUsed && yours && <bdi class="figure-model">{visibleText(yours.model.name)}</bdi>}{' '}
      {isUsed && <bdi class="figure-id">{visibleText(modelId)}</bdi>}
    </p>
  );
}

function Facts({ facts }: { readonly facts: readonly string[] }): JSX.Element | null {
  return facts.length === 0 ? null : <p class="figure-rates">{facts.join(' · ')}</p>;
}

/** The rates and where they are from, unless there are several; the cost of a month. */
function factsOf(words: Words, view: View): readonly string[] {
  const { current } = view.headline;
  if (!current) return [];
  const rates = current.shares ? [] : [describeRatesOf(words, current), originOf(words, current)];
  return [...rates, ...monthOf(words, view)].filter((text) => text !== '');
}

/** Which files have which models; how little of the cost is of the texts themselves, as the status bar says it. */
function notesOf(words: Words, view: View): readonly string[] {
  const { current, yours } = view.headline;
  if (!current) return [];
  const split = [
    ...describeSplit(words, current),
    ...missingTierNotes(words, current).map((note) => asSentence(words, note)),
  ];
  const { shares } = current;
  if (!shares || !yours) return split;
  const { kind } = view.subject;
  const all = allOnOneModel(
    words,
    kind,
    shortName(yours.model, view.models),
    describeCost(words, yours),
  );
  return [onOwnModelsNote(words, kind, ownModels(view, shares)), all, ...split];
}

/** The models that files or requests name, those of most texts first. */
function ownModels({ models, modelId }: View, shares: NonNullable<Estimate['shares']>) {
  return textsByModel(shares)
    .filter(({ estimate }) => estimate.model.id !== modelId)
    .map(({ estimate, texts }) => ({ name: shortName(estimate.model, models), texts }));
}

/** How the price is known, and when it was looked at. */
function originOf(words: Words, { price }: Estimate): string {
  if (price.kind === 'unpriced') return '';
  return describeOrigin(words, price.applied.period);
}

/** The cost of a month, unless it is of one call a day: nobody has chosen that. */
function monthOf(words: Words, view: View): readonly string[] {
  const { current } = view.headline;
  const isChosen = completeScenario(view.scenario).callsPerDay !== 1;
  if (!isChosen || current?.price.kind !== 'priced' || hasNoText(current)) return [];
  return [aMonth(words, showCost(words, current.count, current.price.perMonth.expected))];
}
