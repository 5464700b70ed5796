import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { makeScale, type ChartScale } from '../../../core/charts/scale';
import type { CostCurve } from '../../../core/charts/curves';
import { MAX_CURVE_FILES, makeCurves, type CurveKind, type Curves } from '../../curves';
import { showNumber, showTick, showTickNumber } from '../../formats';
import type { PageState } from '../../pageState';
import { shortName } from '../../sentences';
import type { View } from '../../view';
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

/** Cost against an assumption, as lines; where two lines cross it is marked and told in words. */
export function LineChartView({ view, state, kind }: Props): JSX.Element {
  const [ref, width] = useWidth<HTMLDivElement>();
  if (view.subject.files.length > MAX_CURVE_FILES) {
    return <p>{l10n.t('Lines are drawn for up to {0} files.', MAX_CURVE_FILES)}</p>;
  }
  const curves = makeCurves(view, kind);
  return (
    <figure class="lines" aria-label={chartTitle(kind)}>
      <div class="line-measure" ref={ref}>
        {width > 0 && <Plot curves={curves} state={state} width={width} kind={kind} />}
      </div>
      <CurveLegend curves={curves.curves} view={view} />
      <CrossoverList curves={curves} view={view} kind={kind} />
    </figure>
  );
}

function chartTitle(kind: CurveKind): string {
  return kind === 'calls'
    ? l10n.t('Cost per month by calls per day')
    : l10n.t('Cost by output tokens');
}

interface PlotProps {
  readonly curves: Curves;
  readonly state: PageState;
  readonly width: number;
  readonly kind: CurveKind;
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

function Plot({ curves, state, width, kind }: PlotProps): JSX.Element {
  const frame = frameOf(curves, state, width);
  return (
    <svg class="line-plot" width={width} height={HEIGHT} role="img" aria-label={chartTitle(kind)}>
      <Axes frame={frame} kind={kind} />
      {curves.now > 0 && (
        <path class="now" d={`M${frame.x(curves.now)} ${TOP}V${frame.bottom}`}>
          <title>{l10n.t('Assumed now: {0}', showNumber(curves.now))}</title>
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

function Axes({ frame, kind }: { frame: Frame; kind: CurveKind }): JSX.Element {
  const { x, y, xScale, yScale, right, bottom } = frame;
  const name = kind === 'calls' ? l10n.t('Calls per day') : l10n.t('Output tokens');
  return (
    <>
      {yScale.ticks.map((tick) => (
        <g key={`y${tick}`}>
          <path class="gridline" d={`M${LEFT} ${y(tick)}H${right}`} />
          <text x={LEFT - 8} y={y(tick) + 4} text-anchor="end">
            {showTick(tick)}
          </text>
        </g>
      ))}
      {xScale.ticks.map((tick) => (
        <text key={`x${tick}`} x={x(tick)} y={bottom + 16} text-anchor="middle">
          {showTickNumber(tick)}
        </text>
      ))}
      <text class="axis-name" x={(LEFT + right) / 2} y={bottom + 34} text-anchor="middle">
        {name}
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

function crossoverSentence(kind: CurveKind, x: number): string {
  if (kind === 'calls') {
    return x === 1
      ? 'From {0} call per day on {1} costs less than {2}.'
      : 'From {0} calls per day on {1} costs less than {2}.';
  }
  return x === 1
    ? 'From {0} output token on {1} costs less than {2}.'
    : 'From {0} output tokens on {1} costs less than {2}.';
}

interface CrossoverProps {
  readonly curves: Curves;
  readonly view: View;
  readonly kind: CurveKind;
}

function CrossoverList({ curves, view, kind }: CrossoverProps): JSX.Element {
  const name = (model: CostCurve['model']) => shortName(model, view.models);
  if (curves.crossovers.length === 0) {
    return <p class="hint">{l10n.t('No two of these lines cross: the order stays as it is.')}</p>;
  }
  return (
    <ul class="crossovers">
      {curves.crossovers.map(({ x, cheaper, dearer }) => (
        <li key={`${cheaper.id} ${dearer.id} ${x}`}>
          {l10n.t(crossoverSentence(kind, x), showNumber(x), name(cheaper), name(dearer))}
        </li>
      ))}
    </ul>
  );
}
