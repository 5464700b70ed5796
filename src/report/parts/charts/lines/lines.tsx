import type { JSX } from 'preact';
import type { Estimate } from '../../../../core/estimate/estimate';
import { visibleText } from '../../../../core/figures/visibleText';
import { completeScenario } from '../../../../core/scenario/scenario';
import type { CurveKind } from '../../../figures/curveCosts';
import { makeCurves, MAX_CURVE_FILES, type MarkedCrossover } from '../../../figures/curves';
import {
  curveName,
  describeLines,
  howToRead,
  noCrossovers,
  tooManyCurveFiles,
} from '../../../../wording/page/charts';
import {
  crossingBars,
  describeCrossover,
  lineChartText,
  type NamedCrossover,
} from '../../../../wording/page/crossovers';
import type { View } from '../../../figures/view';
import { useWords } from '../../../words';
import type { CurveProps } from './curveProps';
import { crossoverKey, LinePlot } from './plot';
import { useRoom } from '../useRoom';

interface Props {
  readonly view: View;
  /** The rows of the chart of costs. */
  readonly charted: readonly Estimate[];
}

/**
 * Where another model begins or ends to cost less than the user's, as an assumption grows: by output tokens, unless the
 * text is the output, and by calls per day. Where none does, a sentence.
 */
export function LineCharts({ view, charted }: Props): JSX.Element {
  const words = useWords();
  const texts = view.subject.files.length;
  if (texts > MAX_CURVE_FILES) return <p>{tooManyCurveFiles(words, MAX_CURVE_FILES)}</p>;
  const scenario = completeScenario(view.scenario);
  const kinds: readonly CurveKind[] =
    scenario.treatTextAs === 'output' ? ['calls'] : ['output', 'calls'];
  const all = kinds.map((kind) => ({
    kind,
    name: curveName(words, kind, scenario, texts),
    curves: makeCurves(view, charted, kind),
    scenario,
  }));
  const [crossing, others] = [true, false].map((wanted) =>
    all.filter(({ curves }) => curves.crossovers.length > 0 === wanted),
  );
  return (
    <>
      <div class="order-charts">
        {crossing?.map((props) => (
          <Crossings key={props.kind} {...props} />
        ))}
      </div>
      {others && others.length > 0 && <p class="no-crossing">{noCrossovers(words, others)}</p>}
    </>
  );
}

/** The sentences, and the picture of the same. */
function Crossings(props: CurveProps): JSX.Element {
  const { curves, name, kind, scenario } = props;
  const words = useWords();
  const [ref, room] = useRoom<HTMLDivElement>();
  const axis = { kind, most: curves.most, scenario };
  const sentences = curves.crossovers.map((crossover) =>
    describeCrossover(words, axis, named(crossover)),
  );
  const isRanged = curves.crossovers.some(({ range }) => range);
  const hints = [
    howToRead(words, props),
    ...(isRanged ? [crossingBars(words)] : []),
    ...describeLines(words, props),
  ];
  return (
    <figure class="lines" aria-label={name}>
      <figcaption>{name}</figcaption>
      <ul class="crossovers">
        {curves.crossovers.map((crossover, index) => (
          <li key={crossoverKey(crossover)}>{sentences[index]}</li>
        ))}
      </ul>
      <div class="line-measure" ref={ref}>
        {room && <LinePlot {...props} room={room} text={lineChartText(words, name, sentences)} />}
      </div>
      <p class="hint">{hints.join(' ')}</p>
    </figure>
  );
}

function named({ x, mark, range, cheaper, dearer }: MarkedCrossover): NamedCrossover {
  return {
    from: x,
    mark,
    range,
    cheaper: visibleText(cheaper.name),
    dearer: visibleText(dearer.name),
  };
}
