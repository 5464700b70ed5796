import type { JSX } from 'preact';
import { visibleText } from '../../../core/figures/visibleText';
import type { SubjectNote } from '../../../protocol/subject';
import { openNotedSetting } from '../../../wording/page/files';
import type { Actions } from '../../actions';
import type { View } from '../../figures/view';
import { useWords } from '../../words';

interface Props {
  readonly view: View;
  readonly actions: Actions;
}

/** What of the texts is not counted, and why: below the answer, which is read first. */
export function Notes({ view: { subject }, actions }: Props): JSX.Element | null {
  const { notes = [] } = subject;
  if (notes.length === 0) return null;
  return (
    <ul class="notes">
      {notes.map((note) => (
        <Note key={typeof note === 'string' ? note : note.text} note={note} actions={actions} />
      ))}
    </ul>
  );
}

/** A sentence, and the way to the setting that changes what it says. */
function Note({
  note,
  actions,
}: Pick<Props, 'actions'> & { readonly note: SubjectNote }): JSX.Element {
  const words = useWords();
  if (typeof note === 'string') return <li>{visibleText(note)}</li>;
  const { text, setting } = note;
  return (
    <li>
      {visibleText(text)}{' '}
      <button type="button" class="link" onClick={() => actions.openSetting(setting)}>
        {openNotedSetting(words)}
      </button>
    </li>
  );
}
