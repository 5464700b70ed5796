import type { JSX } from 'preact';
import { makeScale, type ChartScale } from '../../../core/charts/scale';
import { layOutLines, type PlacedLine } from '../../../core/charts/lines';
import { roundPixels } from '../../../core/charts/plot';
import type { Estimate } from '../../../core/estimate/estimate';
import { shorten, visibleText } from '../../../core/figures/visibleText';
import { completeScenario, type FullScenario } from '../../../core/scenario/scenario';
import { MAX_CURVE_FILES, makeCurves, type CurveKind, type Curves } from '../../figures/curves';
import {
  assumedNow,
  axisName,
  curveName,
  describeCrossover,
  noCrossovers,
  tooManyCurveFiles,
} from '../../../wording/page/charts';
import { showTick, showTickNumber } from '../../../wording/numbers';
import type { View } from '../../figures/view';
import type { Words } from '../../../wording/words';
import { useWords } from '../../words';
import { useWidth } from './useWidth';

const HEIGHT = 240;
const TOP = 22;
const BOTTOM = 40;
const LABEL_HEIGHT = 15;
/** Of a character of a label, in pixels; a wide one needs more, but few names are of them alone. */
const CHARACTER_WIDTH = 6.6;
/** Between the end of a line and its label. */
const LEADER = 14;

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
  return (
    <figure class="lines" aria-label={curveName(words, kind, scenario)}>
      <figcaption>{curveName(words, kind, scenario)}</figcaption>
      {view.subject.files.length > MAX_CURVE_FILES ? (
        <p>{tooManyCurveFiles(words, MAX_CURVE_FILES)}</p>
      ) : (
        <Crossings
          curves={makeCurves(view, charted, kind)}
          kind={kind}
          scenario={scenario}
          yourId={view.modelId}
        />
      )}
    </figure>
  );
}

interface CurveProps {
  readonly curves: Curves;
  readonly kind: CurveKind;
  readonly scenario: FullScenario;
  readonly yourId: string;
}

function Crossings(props: CurveProps): JSX.Element {
  const { curves, kind, scenario } = props;
  const words = useWords();
  const [ref, width] = useWidth<HTMLDivElement>();
  if (curves.crossovers.length === 0) {
    return <p>{noCrossovers(words, kind, curves.compared, curves.most, scenario)}</p>;
  }
  return (
    <>
      <CrossoverList {...props} />
      <div class="line-measure" ref={ref}>
        {width > 0 && <Plot {...props} width={width} />}
      </div>
    </>
  );
}

function CrossoverList({ curves, kind, scenario }: CurveProps): JSX.Element {
  const words = useWords();
  return (
    <ul class="crossovers">
      {curves.crossovers.map(({ x, cheaper, dearer }) => (
        <li key={`${cheaper.id} ${dearer.id} ${x}`}>
          {describeCrossover(
            words,
            kind,
            { from: x, cheaper: visibleText(cheaper.name), dearer: visibleText(dearer.name) },
            scenario,
          )}
        </li>
      ))}
    </ul>
  );
}

interface Frame {
  readonly x: (value: number) => number;
  readonly y: (usd: number) => number;
  readonly xScale: ChartScale;
  readonly yScale: ChartScale;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

/** Logarithmic axes show the crossings of small numbers and of large ones; only positions have a meaning there. */
function frameOf(words: Words, { curves }: Curves, width: number): Frame {
  const points = curves.flatMap((curve) => curve.points);
  const right = width - labelRoom(width);
  const bottom = HEIGHT - BOTTOM;
  const yScale = makeScale(
    'log',
    points.map(({ usd }) => usd),
    5,
  );
  const longest = Math.max(...yScale.ticks.map((tick) => showTick(words, tick).length));
  const left = longest * CHARACTER_WIDTH + 10;
  const xScale = makeScale(
    'log',
    points.map(({ x }) => x),
    Math.max(2, Math.floor((right - left) / 60)),
  );
  return {
    x: (value) => left + xScale.place(value) * (right - left),
    y: (usd) => bottom - yScale.place(usd) * (bottom - TOP),
    xScale,
    yScale,
    left,
    right,
    bottom,
  };
}

function labelRoom(width: number): number {
  return Math.min(220, Math.round(width * 0.36));
}

function Plot(props: CurveProps & { readonly width: number }): JSX.Element {
  const { curves, kind, scenario, yourId, width } = props;
  const words = useWords();
  const frame = frameOf(words, curves, width);
  const lines = layOutLines(curves.curves, { ...frame, top: TOP, labelHeight: LABEL_HEIGHT });
  return (
    <svg
      class="line-plot"
      width={width}
      height={HEIGHT}
      role="img"
      aria-label={curveName(words, kind, scenario)}
    >
      <Axes frame={frame} kind={kind} scenario={scenario} />
      {curves.now > 0 && <Now x={frame.x(curves.now)} now={curves.now} bottom={frame.bottom} />}
      {lines.map((line, index) => (
        <Line
          key={line.models[0]?.id}
          line={line}
          index={index}
          isYours={line.models.some(({ id }) => id === yourId)}
          right={frame.right}
          width={width}
        />
      ))}
      {curves.crossovers.map(({ x, usd, cheaper, dearer }) => (
        <circle
          key={`${cheaper.id} ${dearer.id} ${x}`}
          class="crossover"
          data-x={x}
          cx={frame.x(x)}
          cy={frame.y(usd)}
          r="4"
        />
      ))}
    </svg>
  );
}

function Now({ x, now, bottom }: { x: number; now: number; bottom: number }): JSX.Element {
  const words = useWords();
  return (
    <>
      <path class="now" d={`M${x} ${TOP - 6}V${bottom}`} />
      <text x={x} y={TOP - 10} text-anchor="middle">
        {assumedNow(words, now)}
      </text>
    </>
  );
}

interface LineProps {
  readonly line: PlacedLine;
  readonly index: number;
  readonly isYours: boolean;
  readonly right: number;
  readonly width: number;
}

/** A line with its name at its end, and a leader between the two if the name was moved. */
function Line({ line, index, isYours, right, width }: LineProps): JSX.Element {
  const { models, points, labelY } = line;
  const yours = isYours ? ' yours' : '';
  const names = models.map(({ name }) => visibleText(name)).join(' = ');
  const room = Math.floor((width - right - LEADER - 2) / CHARACTER_WIDTH);
  const end = points.at(-1);
  return (
    <>
      <path class={`curve curve-${index}${yours}`} d={pathOf(points)} />
      {end && <path class="leader" d={`M${end.x} ${end.y}L${right + LEADER - 3} ${labelY}`} />}
      <text class={`line-label${yours}`} x={right + LEADER} y={labelY + 4}>
        {shorten(names, room)}
        <title>{names}</title>
      </text>
    </>
  );
}

interface AxesProps extends Pick<CurveProps, 'kind' | 'scenario'> {
  readonly frame: Frame;
}

function Axes({ frame, kind, scenario }: AxesProps): JSX.Element {
  const { x, y, xScale, yScale, left, right, bottom } = frame;
  const words = useWords();
  return (
    <>
      {yScale.ticks.map((tick) => (
        <g key={`y${tick}`}>
          <path class="gridline" d={`M${left} ${y(tick)}H${right}`} />
          <text x={left - 8} y={y(tick) + 4} text-anchor="end">
            {showTick(words, tick)}
          </text>
        </g>
      ))}
      {xScale.ticks.map((tick) => (
        <text key={`x${tick}`} class="x-tick" x={x(tick)} y={bottom + 16} text-anchor="middle">
          {showTickNumber(words, tick)}
        </text>
      ))}
      <text class="axis-name" x={(left + right) / 2} y={bottom + 34} text-anchor="middle">
        {axisName(words, kind, scenario)}
      </text>
    </>
  );
}

function pathOf(points: PlacedLine['points']): string {
  return points
    .map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${roundPixels(x)} ${roundPixels(y)}`)
    .join('');
}
