import type { JSX } from 'preact';
import { visibleText } from '../../core/figures/visibleText';
import type { View } from '../figures/view';

/** What of the text is not counted, and why: below the title, or below the answer where that needs the first screen. */
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
