import type { JSX } from 'preact';
import { makeScale, type ChartScale } from '../../../core/charts/scale';
import type { CostCurve } from '../../../core/charts/curves';
import { completeScenario, type FullScenario } from '../../../core/scenario/scenario';
import { MAX_CURVE_FILES, makeCurves, type CurveKind, type Curves } from '../../figures/curves';
import type { PageState } from '../../state/pageState';
import { shortName } from '../../../wording/headline';
import {
  assumedNow,
  axisName,
  chartLabel,
  chartName,
  describeCrossover,
  tooManyCurveFiles,
} from '../../../wording/page/charts';
import { showTick, showTickNumber } from '../../../wording/numbers';
import type { View } from '../../figures/view';
import { useWords } from '../../words';
import { useWidth } from './useWidth';

const HEIGHT = 280;
const LEFT = 64;
const RIGHT = 12;
const TOP = 12;
const BOTTOM = 40;

interface Props {
  readonly view: View;
  readonly state: PageState;
  readonly kind: CurveKind;
}

/** Cost against an assumption, with the crossovers marked and described in words. */
export function LineChartView({ view, state, kind }: Props): JSX.Element {
  const words = useWords();
  const [ref, width] = useWidth<HTMLDivElement>();
  if (view.subject.files.length > MAX_CURVE_FILES) {
    return <p>{tooManyCurveFiles(words, MAX_CURVE_FILES)}</p>;
  }
  const curves = makeCurves(view, kind);
  const scenario = completeScenario(view.scenario);
  return (
    <figure class="lines" aria-label={chartName(words, kind, scenario)}>
      <div class="line-measure" ref={ref}>
        {width > 0 && <Plot {...{ curves, state, width, kind, scenario }} />}
      </div>
      <CurveLegend curves={curves.curves} view={view} />
      <CrossoverList curves={curves} view={view} kind={kind} />
    </figure>
  );
}

interface PlotProps {
  readonly curves: Curves;
  readonly state: PageState;
  readonly width: number;
  readonly kind: CurveKind;
  readonly scenario: FullScenario;
}

interface Frame {
  readonly x: (value: number) => number;
  readonly y: (usd: number) => number;
  readonly xScale: ChartScale;
  readonly yScale: ChartScale;
  readonly right: number;
  readonly bottom: number;
}

function frameOf({ curves }: Curves, state: PageState, width: number): Frame {
  const points = curves.flatMap((curve) => curve.points);
  const right = width - RIGHT;
  const bottom = HEIGHT - BOTTOM;
  const xTicks = Math.max(2, Math.floor((right - LEFT) / 90));
  const xScale = makeScale(
    state.scale,
    points.map(({ x }) => x),
    xTicks,
  );
  const yScale = makeScale(
    state.scale,
    points.map(({ usd }) => usd),
    5,
  );
  return {
    x: (value) => LEFT + xScale.place(value) * (right - LEFT),
    y: (usd) => bottom - yScale.place(usd) * (bottom - TOP),
    xScale,
    yScale,
    right,
    bottom,
  };
}

function Plot({ curves, state, width, kind, scenario }: PlotProps): JSX.Element {
  const words = useWords();
  const frame = frameOf(curves, state, width);
  return (
    <svg
      class="line-plot"
      width={width}
      height={HEIGHT}
      role="img"
      aria-label={chartName(words, kind, scenario)}
    >
      <Axes frame={frame} kind={kind} scenario={scenario} />
      {curves.now > 0 && (
        <path class="now" d={`M${frame.x(curves.now)} ${TOP}V${frame.bottom}`}>
          <title>{assumedNow(words, curves.now)}</title>
        </path>
      )}
      {curves.curves.map((curve, index) => (
        <path key={curve.model.id} class={`curve curve-${index}`} d={pathOf(curve, frame)} />
      ))}
      {curves.crossovers.map(({ x, usd, cheaper, dearer }) => (
        <circle
          key={`${cheaper.id} ${dearer.id} ${x}`}
          class="crossover"
          cx={frame.x(x)}
          cy={frame.y(usd)}
          r="4"
        />
      ))}
    </svg>
  );
}

interface AxesProps extends Pick<PlotProps, 'kind' | 'scenario'> {
  readonly frame: Frame;
}

function Axes({ frame, kind, scenario }: AxesProps): JSX.Element {
  const { x, y, xScale, yScale, right, bottom } = frame;
  const words = useWords();
  return (
    <>
      {yScale.ticks.map((tick) => (
        <g key={`y${tick}`}>
          <path class="gridline" d={`M${LEFT} ${y(tick)}H${right}`} />
          <text x={LEFT - 8} y={y(tick) + 4} text-anchor="end">
            {showTick(words, tick)}
          </text>
        </g>
      ))}
      {xScale.ticks.map((tick) => (
        <text key={`x${tick}`} x={x(tick)} y={bottom + 16} text-anchor="middle">
          {showTickNumber(words, tick)}
        </text>
      ))}
      <text class="axis-name" x={(LEFT + right) / 2} y={bottom + 34} text-anchor="middle">
        {axisName(words, kind, scenario)}
      </text>
    </>
  );
}

function pathOf({ points }: CostCurve, { x, y }: Frame): string {
  return points
    .map(
      (point, index) =>
        `${index === 0 ? 'M' : 'L'}${x(point.x).toFixed(1)} ${y(point.usd).toFixed(1)}`,
    )
    .join('');
}

function CurveLegend({ curves, view }: { curves: readonly CostCurve[]; view: View }): JSX.Element {
  return (
    <ul class="legend">
      {curves.map(({ model }, index) => (
        <li key={model.id}>
          <svg width="28" height="14" aria-hidden="true">
            <path class={`curve curve-${index}`} d="M1 7h26" />
          </svg>
          <bdi>{shortName(model, view.models)}</bdi>
        </li>
      ))}
    </ul>
  );
}

interface CrossoverProps {
  readonly curves: Curves;
  readonly view: View;
  readonly kind: CurveKind;
}

function CrossoverList({ curves, view, kind }: CrossoverProps): JSX.Element {
  const words = useWords();
  const scenario = completeScenario(view.scenario);
  const name = (model: CostCurve['model']) => shortName(model, view.models);
  if (curves.crossovers.length === 0) {
    return <p class="hint">{chartLabel(words, 'noCrossovers')}</p>;
  }
  return (
    <ul class="crossovers">
      {curves.crossovers.map(({ x, cheaper, dearer }) => (
        <li key={`${cheaper.id} ${dearer.id} ${x}`}>
          {describeCrossover(
            words,
            kind,
            { from: x, cheaper: name(cheaper), dearer: name(dearer) },
            scenario,
          )}
        </li>
      ))}
    </ul>
  );
}
