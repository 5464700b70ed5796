import type { JSX } from 'preact';
import { priceDays } from '../../core/export/report';
import { visibleText } from '../../core/figures/visibleText';
import { completeScenario } from '../../core/scenario/scenario';
import type { Actions } from '../actions';
import { describeTokenRange } from '../../wording/count';
import {
  costOf,
  describeLiveness,
  filesNotInSum,
  pinReport,
  reportFacts,
  type Liveness,
} from '../../wording/page/report';
import { modelsCompared } from '../../wording/models/selection';
import { describeSubject } from '../../wording/subject';
import { namedSubject } from '../subject';
import type { View } from '../figures/view';
import { useWords } from '../words';

interface Props {
  readonly view: View;
  readonly liveness: Liveness;
  readonly notice: string | undefined;
  readonly actions: Actions;
}

/** A sentence is cut here to put an element in. */
const GAP = '\u2068';

export function Header({ view, liveness, notice, actions }: Props): JSX.Element {
  return (
    <header>
      <div class="title">
        <Title view={view} />
        <Live liveness={liveness} actions={actions} />
      </div>
      <Facts view={view} />
      {notice !== undefined && (
        <p class="notice" role="status">
          {visibleText(notice)}
        </p>
      )}
      <Notes view={view} />
      <Skipped view={view} />
    </header>
  );
}

function Title({ view: { subject } }: { readonly view: View }): JSX.Element {
  const words = useWords();
  const [before, after] = costOf(words, GAP).split(GAP);
  return (
    <h1>
      {before}
      <bdi>{describeSubject(words, namedSubject(subject))}</bdi>
      {after}
    </h1>
  );
}

function Live({ liveness, actions }: Pick<Props, 'liveness' | 'actions'>): JSX.Element {
  const words = useWords();
  const isPinned = liveness === 'pinned';
  const pin = pinReport(words);
  return (
    <div class="live">
      <span class={liveness === 'live' ? 'mark on' : 'mark'}>
        {describeLiveness(words, liveness)}
      </span>
      <button
        type="button"
        id="pin"
        aria-pressed={isPinned}
        title={pin.title}
        onClick={() => actions.pinReport(!isPinned)}
      >
        {pin.label}
      </button>
    </div>
  );
}

function Facts({ view }: { readonly view: View }): JSX.Element {
  const { rows, table, atMs, scenario } = view;
  const words = useWords();
  const counts = rows.map(({ count }) => count);
  const role = completeScenario(scenario).treatTextAs;
  const facts = [
    describeTokenRange(words, counts),
    ...(rows.length < table.total ? [modelsCompared(words, rows.length, table.total)] : []),
    ...reportFacts(words, atMs, role, priceDays(rows)),
  ];
  return (
    <p class="facts">
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </p>
  );
}

function Notes({ view: { subject } }: { readonly view: View }): JSX.Element | null {
  const { notes = [] } = subject;
  if (notes.length === 0) return null;
  return (
    <ul class="notes">
      {notes.map((note) => (
        <li key={note}>{visibleText(note)}</li>
      ))}
    </ul>
  );
}

function Skipped({ view: { subject } }: { readonly view: View }): JSX.Element | null {
  const { skipped } = subject;
  const words = useWords();
  if (skipped.length === 0) return null;
  return (
    <details class="skipped">
      <summary>{filesNotInSum(words, skipped.length)}</summary>
      <ul>
        {skipped.map(({ path, reason }) => (
          <li key={path}>
            <bdi>{visibleText(path)}</bdi>: {visibleText(reason)}
          </li>
        ))}
      </ul>
    </details>
  );
}
