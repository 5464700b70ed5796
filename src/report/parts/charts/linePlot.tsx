import type { JSX } from 'preact';
import type { Crossover } from '../../../core/charts/curves';
import { layOutLines, type PlacedLine } from '../../../core/charts/lines';
import { roundPixels } from '../../../core/charts/plot';
import { makeScale, type ChartScale } from '../../../core/charts/scale';
import type { FullScenario } from '../../../core/scenario/scenario';
import { visibleText } from '../../../core/figures/visibleText';
import { assumedNow, axisName } from '../../../wording/page/charts';
import { showTick, showTickNumber } from '../../../wording/numbers';
import type { Words } from '../../../wording/words';
import type { CurveKind, Curves } from '../../figures/curves';
import { useWords } from '../../words';

const HEIGHT = 240;
const TOP = 22;
const BOTTOM = 40;
const LABEL_HEIGHT = 15;
/** Of a character of a label, in pixels; a wide one needs more, but few names are of them alone. */
const CHARACTER_WIDTH = 6.8;
/** Between the end of a line and its label. */
const LEADER = 14;
/** Names at the ends of the lines take at most this share of the width; longer ones stand below the picture. */
const MOST_LABELS = 0.42;
/** Right of the lines if the names stand below: half of a tick. */
const MARGIN = 16;

export interface CurveProps {
  readonly curves: Curves;
  readonly name: string;
  readonly kind: CurveKind;
  readonly scenario: FullScenario;
  readonly yourId: string;
}

interface Props extends CurveProps {
  readonly width: number;
}

/** The lines with their names: at their ends, or below the picture where that leaves no room for the lines. */
export function LinePlot({ curves, name, kind, scenario, yourId, width }: Props): JSX.Element {
  const words = useWords();
  const linesIn = (frame: Frame): readonly NamedLine[] =>
    layOutLines(curves.curves, { ...frame, top: TOP, labelHeight: LABEL_HEIGHT }).map(
      (line, index) => namedLine(line, index, yourId),
    );
  // Which curves are one line, and so have one name, does not depend on the width.
  const room = labelRoom(linesIn(frameOf(words, curves, width)), width);
  const frame = frameOf(words, curves, width - (room ?? MARGIN));
  const lines = linesIn(frame);
  return (
    <>
      <svg class="line-plot" width={width} height={HEIGHT} role="img" aria-label={name}>
        <Axes frame={frame} kind={kind} scenario={scenario} />
        {curves.now > 0 && <Now x={frame.x(curves.now)} now={curves.now} bottom={frame.bottom} />}
        {lines.map((line) => (
          <path key={line.name} class={line.curveClass} d={pathOf(line.points)} />
        ))}
        {room !== undefined &&
          lines.map((line) => <EndLabel key={line.name} line={line} right={frame.right} />)}
        {curves.crossovers.map((crossover) => (
          <circle
            key={crossoverKey(crossover)}
            class="crossover"
            data-x={crossover.x}
            cx={frame.x(crossover.x)}
            cy={frame.y(crossover.usd)}
            r="4"
          />
        ))}
      </svg>
      {room === undefined && <Names lines={lines} />}
    </>
  );
}

export function crossoverKey({ x, cheaper, dearer }: Crossover): string {
  return `${cheaper.id} ${dearer.id} ${x}`;
}

/** The room that the longest name needs, in pixels; undefined if it is too much. */
function labelRoom(lines: readonly NamedLine[], width: number): number | undefined {
  const longest = Math.max(...lines.map(({ name }) => name.length));
  const room = Math.ceil(longest * CHARACTER_WIDTH) + LEADER + 2;
  return room <= width * MOST_LABELS ? room : undefined;
}

interface NamedLine extends PlacedLine {
  readonly name: string;
  readonly curveClass: string;
  readonly labelClass: string;
}

function namedLine(line: PlacedLine, index: number, yourId: string): NamedLine {
  const yours = line.models.some(({ id }) => id === yourId) ? ' yours' : '';
  return {
    ...line,
    name: line.models.map(({ name }) => visibleText(name)).join(' = '),
    curveClass: `curve curve-${index}${yours}`,
    labelClass: `line-label${yours}`,
  };
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
function frameOf(words: Words, { curves }: Curves, right: number): Frame {
  const points = curves.flatMap((curve) => curve.points);
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

interface EndLabelProps {
  readonly line: NamedLine;
  readonly right: number;
}

/** The name at the end of a line, and a leader between the two if the name was moved. */
function EndLabel({ line, right }: EndLabelProps): JSX.Element {
  const { labelClass, name, points, labelY } = line;
  const end = points.at(-1);
  return (
    <>
      {end && <path class="leader" d={`M${end.x} ${end.y}L${right + LEADER - 3} ${labelY}`} />}
      <text class={labelClass} x={right + LEADER} y={labelY + 4}>
        {name}
      </text>
    </>
  );
}

/** The names below the picture, in the order of the ends of the lines. */
function Names({ lines }: { readonly lines: readonly NamedLine[] }): JSX.Element {
  return (
    <ul class="legend line-names">
      {lines
        .toSorted((a, b) => a.labelY - b.labelY)
        .map(({ name, curveClass, labelClass }) => (
          <li key={name}>
            <svg width="26" height="8" aria-hidden="true">
              <path class={curveClass} d="M1 4h24" />
            </svg>
            <bdi class={labelClass}>{name}</bdi>
          </li>
        ))}
    </ul>
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
