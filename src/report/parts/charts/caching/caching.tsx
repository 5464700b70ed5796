import type { JSX } from 'preact';
import { layOutCaching } from '../../../../core/charts/cachingLines';
import type { Estimate } from '../../../../core/estimate/estimate';
import { visibleText } from '../../../../core/figures/visibleText';
import {
  anotherShare,
  cachingChartNote,
  cachingHeading,
  describeCaching,
} from '../../../../wording/page/caching';
import { cachingNotes } from '../../../../wording/page/cachingDetails';
import { chartLabel } from '../../../../wording/page/charts';
import { fieldWords } from '../../../../wording/scenario/fields';
import { rowCaching } from '../../../figures/caching';
import type { View } from '../../../figures/view';
import { useWords } from '../../../words';
import { useRoom } from '../useRoom';
import { CachingPlot } from './plot';

/** From how many calls on the cache pays on the user's model, or on the cheapest. */
export function CachingChart({ view }: { readonly view: View }): JSX.Element {
  const words = useWords();
  const row = view.headline.yours ?? view.headline.cheapest;
  if (!row) return <p class="no-chart">{chartLabel(words, 'noneFits')}</p>;
  return <CachingOfModel row={row} />;
}

/** The sentence, its calculation and, unless the cache never pays, the picture of the same. */
function CachingOfModel({ row }: { readonly row: Estimate }): JSX.Element {
  const words = useWords();
  const [ref, room] = useRoom<HTMLDivElement>();
  const caching = rowCaching(row);
  const lines = layOutCaching(caching);
  const name = cachingHeading(words, visibleText(row.model.name));
  const sentence = describeCaching(words, caching);
  return (
    <figure class="lines caching" aria-label={name}>
      <figcaption>{name}</figcaption>
      <p class="caching-sentence">{sentence}</p>
      {lines && (
        <div class="line-measure" ref={ref}>
          {room && (
            <CachingPlot
              lines={lines}
              unit={caching.unit}
              name={`${name}. ${sentence}`}
              room={room}
            />
          )}
        </div>
      )}
      <ul class="caching-notes">
        {cachingNotes(words, row, caching).map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      {lines && <p class="hint">{cachingChartNote(words)}</p>}
      {caching.stable === 'known' && (
        <p class="hint">{anotherShare(words, fieldWords(words).cachedShare.label)}</p>
      )}
    </figure>
  );
}
