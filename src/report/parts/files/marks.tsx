import type { JSX } from 'preact';
import type { Model } from '../../../core/pricing/table/priceTable';
import { visibleText } from '../../../core/figures/visibleText';
import { onModelNamed } from '../../../wording/page/files';
import { countOfRequests } from '../../../wording/views/requestCount';
import { longestNote, worstNote } from '../../../wording/views/templates';
import type { PricedFile } from '../../figures/files/entries';
import { useWords } from '../../words';

// What stands behind the name of a file.

export function OwnModels({ models }: { readonly models: readonly Model[] }): JSX.Element | null {
  const words = useWords();
  if (models.length === 0) return null;
  const list = (field: 'id' | 'name'): string =>
    models.map((model) => visibleText(model[field])).join(', ');
  return (
    <span class="file-model" title={list('id')}>
      {onModelNamed(words, list('name'))}
    </span>
  );
}

export function Requests({ count }: { readonly count: number | undefined }): JSX.Element | null {
  const words = useWords();
  return count === undefined ? null : (
    <span class="file-model">{countOfRequests(words, count)}</span>
  );
}

export function WorstSample({
  file,
}: {
  readonly file: PricedFile | undefined;
}): JSX.Element | null {
  const words = useWords();
  if (!file) return null;
  const note =
    file.kind === 'part' ? longestNote(words, file.count) : worstNote(words, file.estimate);
  return note === undefined ? null : (
    <span class="file-model" title={note}>
      {note}
    </span>
  );
}
