import type { JSX } from 'preact';
import { visibleText } from '../../../core/figures/visibleText';
import type { View } from '../../figures/view';

/** What of the texts is not counted, and why: below the answer, which is read first. */
export function Notes({ view: { subject } }: { readonly view: View }): JSX.Element | null {
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
