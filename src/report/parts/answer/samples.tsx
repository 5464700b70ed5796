import type { JSX } from 'preact';
import { describeCost } from '../../../wording/cost';
import { describeTokens } from '../../../wording/count';
import { eachSample, sampleLine, spreadOf } from '../../../wording/views/templates';
import { estimateSamples } from '../../../core/estimate/samples';
import type { View } from '../../figures/view';
import { useWords } from '../../words';

/** What a call costs with each sample of a template's values, on the user's model. */
export function Samples({ view }: { readonly view: View }): JSX.Element | null {
  const words = useWords();
  const { current } = view.headline;
  const samples = current ? estimateSamples(current) : [];
  if (!current || samples.length === 0) return null;
  return (
    <details class="figure-note samples">
      <summary>{spreadOf(words, current)}</summary>
      <ol>
        {samples.map((sample, index) => (
          <li key={index}>
            {sampleLine(words, describeTokens(words, sample.count), describeCost(words, sample))}
          </li>
        ))}
      </ol>
      <p class="hint">{eachSample(words)}</p>
    </details>
  );
}
