import type { JSX } from 'preact';
import type { Estimate } from '../../../core/estimate/estimate';
import { visibleText } from '../../../core/figures/visibleText';
import { completeScenario } from '../../../core/scenario/scenario';
import {
  MAX_CURVE_FILES,
  makeCurves,
  type CurveKind,
  type MarkedCrossover,
} from '../../figures/curves';
import {
  curveName,
  describeCrossover,
  drawnLines,
  noCrossovers,
  tooManyCurveFiles,
  type NamedCrossover,
} from '../../../wording/page/charts';
import type { View } from '../../figures/view';
import { useWords } from '../../words';
import { crossoverKey, LinePlot, type CurveProps } from './linePlot';
import { useWidth } from './useWidth';

interface Props {
  readonly view: View;
  /** The rows of the chart of costs. */
  readonly charted: readonly Estimate[];
  readonly kind: CurveKind;
}

/** Where the order of models changes as an assumption grows: in sentences and a picture, or that it does not change. */
export function LineChartView({ view, charted, kind }: Props): JSX.Element {
  const words = useWords();
  const scenario = completeScenario(view.scenario);
  const name = curveName(words, kind, scenario, view.subject.files.length);
  return (
    <figure class="lines" aria-label={name}>
      <figcaption>{name}</figcaption>
      {view.subject.files.length > MAX_CURVE_FILES ? (
        <p>{tooManyCurveFiles(words, MAX_CURVE_FILES)}</p>
      ) : (
        <Crossings
          curves={makeCurves(view, charted, kind)}
          name={name}
          kind={kind}
          scenario={scenario}
          yourId={view.modelId}
        />
      )}
    </figure>
  );
}

function Crossings(props: CurveProps): JSX.Element {
  const { curves, kind, scenario } = props;
  const words = useWords();
  const [ref, width] = useWidth<HTMLDivElement>();
  if (curves.crossovers.length === 0) {
    return <p>{noCrossovers(words, kind, curves.compared, curves.most, scenario)}</p>;
  }
  const drawn = { ...curves, drawn: curves.curves.length };
  return (
    <>
      <CrossoverList {...props} />
      <div class="line-measure" ref={ref}>
        {width > 0 && <LinePlot {...props} width={width} />}
      </div>
      <p class="hint">{drawnLines(words, kind, drawn, scenario)}</p>
    </>
  );
}

function CrossoverList({ curves, kind, scenario }: CurveProps): JSX.Element {
  const words = useWords();
  return (
    <ul class="crossovers">
      {curves.crossovers.map((crossover) => (
        <li key={crossoverKey(crossover)}>
          {describeCrossover(words, kind, named(crossover), scenario)}
        </li>
      ))}
    </ul>
  );
}

function named({ x, mark, cheaper, dearer }: MarkedCrossover): NamedCrossover {
  return {
    from: x,
    mark,
    cheaper: visibleText(cheaper.name),
    dearer: visibleText(dearer.name),
  };
}
