import type { JSX } from 'preact';
import { isHeaderStyle } from '../../../core/files/packed/headers';
import { HEADER_STYLES } from '../../../core/files/packed/styles';
import { fileChoiceLabel, headerStyleLabel, tickedCount } from '../../../wording/page/fileChoice';
import {
  addedTokensNote,
  describeAdvice,
  requestsAloneNote,
} from '../../../wording/views/together';
import type { Words } from '../../../wording/words';
import type { Actions } from '../../actions';
import { fileAdvice, takenAdvice, type FileAdvice } from '../../figures/files/advice';
import { tickedFiles, type FileChoice } from '../../figures/files/choice';
import type { View } from '../../figures/view';
import { FILES_AS, type PageState } from '../../state/pageState';
import { useWords } from '../../words';

interface Props {
  readonly view: View;
  readonly state: PageState;
  readonly actions: Actions;
}

/** How the files are priced: each or all as one call, with which headers, and without which files. */
export function FilesChoice({ view, state, actions }: Props): JSX.Element | null {
  const words = useWords();
  const { choice } = view.subject;
  if (!choice || choice.whole.files.length < 2) return null;
  const advice = fileAdvice(view);
  return (
    <section class="files-choice" aria-label={fileChoiceLabel(words, 'section')}>
      <div class="toolbar">
        <As state={state} actions={actions} />
        {state.filesAs === 'one' && <HeadersChoice state={state} actions={actions} />}
        <LeftOut choice={choice} actions={actions} />
      </div>
      {notesOf(words, choice).map((note) => (
        <p key={note} class="hint">
          {note}
        </p>
      ))}
      {advice && <AdviceView advice={advice} state={state} actions={actions} />}
    </section>
  );
}

type ChoiceProps = Pick<Props, 'state' | 'actions'>;

function As({ state, actions }: ChoiceProps): JSX.Element {
  const words = useWords();
  return (
    <div class="buttons" role="radiogroup" aria-label={fileChoiceLabel(words, 'as')}>
      {FILES_AS.map((as) => (
        <label key={as} class="switch">
          <input
            type="radio"
            name="files-as"
            id={`files-as-${as}`}
            checked={state.filesAs === as}
            onChange={() => actions.update({ filesAs: as })}
          />
          {fileChoiceLabel(words, as)}
        </label>
      ))}
    </div>
  );
}

function HeadersChoice({ state, actions }: ChoiceProps): JSX.Element {
  const words = useWords();
  const change = (value: string): void => {
    if (isHeaderStyle(value)) actions.update({ headers: value });
  };
  return (
    <label class="switch">
      {fileChoiceLabel(words, 'headers')}
      <select
        id="files-headers"
        value={state.headers}
        onChange={({ currentTarget }) => change(currentTarget.value)}
      >
        {HEADER_STYLES.map((style) => (
          <option key={style} value={style}>
            {headerStyleLabel(words, style)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** "84 of 87 files · 3 left out", and the way back. */
function LeftOut({
  choice,
  actions,
}: {
  readonly choice: FileChoice;
  readonly actions: Actions;
}): JSX.Element {
  const words = useWords();
  const all = choice.whole.files.length;
  const ticked = tickedFiles(choice);
  return (
    <span class="ticked">
      <span role="status">{ticked < all && tickedCount(words, ticked, all)}</span>
      {ticked < all && (
        <button type="button" id="tick-all" onClick={() => actions.update({ leftOut: [] })}>
          {fileChoiceLabel(words, 'tickAll')}
        </button>
      )}
    </span>
  );
}

function notesOf(words: Words, { as, headers, whole }: FileChoice): readonly string[] {
  if (as === 'each') return [];
  const requests = whole.files.filter((file) => file.requests).length;
  return [
    addedTokensNote(words, headers),
    ...(requests > 0 ? [requestsAloneNote(words, requests)] : []),
  ];
}

function AdviceView({
  advice,
  state,
  actions,
}: ChoiceProps & { readonly advice: FileAdvice }): JSX.Element {
  const words = useWords();
  const take = (): void => actions.update({ leftOut: takenAdvice(advice, state.leftOut) });
  return (
    <p class="notice advice">
      {describeAdvice(words, advice.advice, advice.together)}{' '}
      <button type="button" id="take-advice" onClick={take}>
        {fileChoiceLabel(words, 'leaveOut')}
      </button>
    </p>
  );
}
