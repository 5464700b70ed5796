import type { JSX } from 'preact';
import type { Model } from '../../../core/pricing/table/priceTable';
import { visibleText } from '../../../core/figures/visibleText';
import { onModelNamed } from '../../../wording/page/files';
import { countOfRequests } from '../../../wording/views/requestCount';
import { longestNote, type LongestShown } from '../../../wording/views/templates';
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

export function Longest({
  sample,
}: {
  readonly sample: LongestShown | undefined;
}): JSX.Element | null {
  const words = useWords();
  if (!sample) return null;
  const note = longestNote(words, sample);
  return (
    <span class="file-model" title={note}>
      {note}
    </span>
  );
}
