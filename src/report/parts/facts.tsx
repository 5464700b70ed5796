import type { JSX } from 'preact';
import { priceDays } from '../../core/export/report';
import { completeScenario } from '../../core/scenario/scenario';
import { describeTokenRange } from '../../wording/count';
import { pricedAsOutput, priceFacts } from '../../wording/page/report';
import type { View } from '../figures/view';
import { useWords } from '../words';

interface Props {
  readonly view: View;
}

/** Whether the text is the answer; its tokens, unless the answer below tells those of the user's model. */
export function TextFacts({ view: { rows, scenario, headline } }: Props): JSX.Element | null {
  const words = useWords();
  const isOutput = completeScenario(scenario).treatTextAs === 'output';
  const counts = rows.map(({ count }) => count);
  const facts = [
    ...(headline.yours ? [] : [describeTokenRange(words, counts)]),
    ...(isOutput ? [pricedAsOutput(words)] : []),
  ];
  return facts.length === 0 ? null : <Facts facts={facts} />;
}

/** The time of the call, the days of the prices and the currency. */
export function PriceFacts({ view: { rows, atMs } }: Props): JSX.Element {
  return <Facts facts={priceFacts(useWords(), atMs, priceDays(rows))} />;
}

function Facts({ facts }: { readonly facts: readonly string[] }): JSX.Element {
  return (
    <p class="facts">
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </p>
  );
}
