import type { JSX } from 'preact';
import { checkedDays } from '../../core/export/report';
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
import { describeSubject } from '../../wording/subject';
import { namedSubject } from '../subject';
import type { View } from '../view';
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
  const { subject, rows, atMs, scenario } = view;
  const days = checkedDays(rows);
  const isPinned = liveness === 'pinned';
  const words = useWords();
  const pin = pinReport(words);
  return (
    <header>
      <div class="title">
        <h1>
          {costOf(words, GAP)
            .split(GAP)
            .flatMap((text, index) =>
              index === 0
                ? [text]
                : [<bdi key="subject">{describeSubject(words, namedSubject(subject))}</bdi>, text],
            )}
        </h1>
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
      </div>
      <p class="facts">
        {[
          describeTokenRange(
            words,
            rows.map(({ count }) => count),
          ),
          ...reportFacts(words, atMs, completeScenario(scenario).treatTextAs, days),
        ].map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
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
