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
  readonly isPinned: boolean;
  readonly problem: string | undefined;
  readonly actions: Actions;
}

/** Where a sentence is cut to put an element in. */
const GAP = '\u2068';

/** What is priced, when, and with which prices; whether it follows the editor. */
export function Header({ view, isPinned, problem, actions }: Props): JSX.Element {
  const { subject, rows, atMs, scenario } = view;
  const days = checkedDays(rows);
  const isFiles = subject.kind === 'files';
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
          <span class={isPinned || isFiles || problem !== undefined ? 'mark' : 'mark on'}>
            {describeLiveness(words, livenessOf(isPinned, isFiles, problem))}
          </span>
          <button
            type="button"
            id="pin"
            aria-pressed={isPinned}
            title={pin.title}
            onClick={() => actions.update({ pinned: !isPinned })}
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
      {problem !== undefined && (
        <p class="notice" role="status">
          {visibleText(problem)}
        </p>
      )}
      <Notes view={view} />
      <Skipped view={view} />
    </header>
  );
}

/** Whether the figures follow the editor at the moment. */
function livenessOf(isPinned: boolean, isFiles: boolean, problem: string | undefined): Liveness {
  if (isPinned) return 'pinned';
  if (isFiles) return 'files';
  return problem === undefined ? 'live' : 'outdated';
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
