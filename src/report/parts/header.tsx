import type { JSX } from 'preact';
import { visibleText } from '../../core/figures/visibleText';
import type { Actions } from '../actions';
import {
  costOf,
  describeLiveness,
  filesNotInSum,
  freezeReport,
  freezeTitle,
  type Liveness,
} from '../../wording/page/report';
import { badLine, badLinesHeading } from '../../wording/requests/lines';
import { describeSubject } from '../../wording/subject';
import { namedSubject } from '../subject';
import type { View } from '../figures/view';
import { useWords } from '../words';
import { TextFacts } from './facts';

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
      <TextFacts view={view} />
      {notice !== undefined && (
        <p class="notice" role="status">
          {visibleText(notice)}
        </p>
      )}
      {view.warnings.map((warning) => (
        <p key={warning} class="notice">
          {visibleText(warning)}
        </p>
      ))}
      <Skipped view={view} />
      <BadLines view={view} />
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
  const isFrozen = liveness === 'frozen';
  return (
    <div class="live">
      <span class={liveness === 'live' ? 'mark on' : 'mark'}>
        {describeLiveness(words, liveness)}
      </span>
      <button
        type="button"
        id="freeze"
        title={isFrozen ? undefined : freezeTitle(words)}
        onClick={() => actions.freezeReport(!isFrozen)}
      >
        {freezeReport(words, isFrozen)}
      </button>
    </div>
  );
}

/** A note names as many; more are listed here. */
const NAMED_LINES = 3;

/** More are in the exports. */
const MOST_LINES = 200;

function BadLines({ view: { subject } }: { readonly view: View }): JSX.Element | null {
  const { badLines = [] } = subject;
  const words = useWords();
  if (badLines.length <= NAMED_LINES) return null;
  return (
    <details class="skipped">
      <summary>{badLinesHeading(words, badLines.length)}</summary>
      <ul>
        {badLines.slice(0, MOST_LINES).map((bad) => (
          <li key={bad.line}>{badLine(words, bad)}</li>
        ))}
        {badLines.length > MOST_LINES && <li>…</li>}
      </ul>
    </details>
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
