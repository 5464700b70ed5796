import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { checkedDays } from '../../core/export/report';
import { examplePrice } from '../../core/estimate/row';
import { visibleText } from '../../core/figures/visibleText';
import { completeScenario } from '../../core/scenario/scenario';
import type { Actions } from '../actions';
import { showConversion, showDay, showTime } from '../formats';
import { describeSubject, describeTokenRange, isSeveral } from '../sentences';
import type { View } from '../view';

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
  const days = checkedDays(rows.map(examplePrice));
  const isFiles = subject.kind === 'files';
  const conversion = showConversion();
  return (
    <header>
      <div class="title">
        <h1>
          {(isSeveral(subject) ? l10n.t('What {0} cost', GAP) : l10n.t('What {0} costs', GAP))
            .split(GAP)
            .flatMap((text, index) =>
              index === 0 ? [text] : [<bdi key="subject">{describeSubject(subject)}</bdi>, text],
            )}
        </h1>
        <div class="live">
          <span class={isPinned || isFiles || problem !== undefined ? 'mark' : 'mark on'}>
            {liveness(isPinned, isFiles, problem)}
          </span>
          <button
            type="button"
            id="pin"
            aria-pressed={isPinned}
            title={l10n.t('Keep this text while the editor moves on')}
            onClick={() => actions.update({ pinned: !isPinned })}
          >
            {l10n.t('Pin')}
          </button>
        </div>
      </div>
      <p class="facts">
        <span>{describeTokenRange(rows)}</span>
        {completeScenario(scenario).treatTextAs === 'output' && (
          <span>{l10n.t('priced as what a model writes')}</span>
        )}
        <span>{l10n.t('priced for {0}', showTime(atMs))}</span>
        {days && <span>{describeDays(days.first, days.last)}</span>}
        {conversion !== undefined && <span>{conversion}</span>}
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
function liveness(isPinned: boolean, isFiles: boolean, problem: string | undefined): string {
  if (isPinned) return l10n.t('Pinned');
  if (isFiles) return l10n.t('Files');
  return problem === undefined ? l10n.t('Live') : l10n.t('Not up to date');
}

function describeDays(first: string, last: string): string {
  return first === last
    ? l10n.t('prices checked {0}', showDay(first))
    : l10n.t('prices checked {0} to {1}', showDay(first), showDay(last));
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
  if (skipped.length === 0) return null;
  return (
    <details class="skipped">
      <summary>
        {skipped.length === 1
          ? l10n.t('1 file is not in the sum')
          : l10n.t('{0} files are not in the sum', skipped.length)}
      </summary>
      <ul>
        {skipped.map(({ path, reason }) => (
          <li key={path}>
            <bdi>{describeSubject({ ...subject, kind: 'document', name: path })}</bdi>:{' '}
            {visibleText(reason)}
          </li>
        ))}
      </ul>
    </details>
  );
}
