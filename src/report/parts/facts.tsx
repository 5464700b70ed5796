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

/** What is counted: its tokens, and whether they are the answer. */
export function TextFacts({ view: { rows, scenario } }: Props): JSX.Element {
  const words = useWords();
  const isOutput = completeScenario(scenario).treatTextAs === 'output';
  const tokens = describeTokenRange(
    words,
    rows.map(({ count }) => count),
  );
  return <Facts facts={isOutput ? [tokens, pricedAsOutput(words)] : [tokens]} />;
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
