import type { JSX } from 'preact';
import { layOutCosts, type CostChart, type CostLine } from '../../../core/charts/costs';
import { diamondPath, DOT_RADIUS, plotShapes, type PlotShapes } from '../../../core/charts/plot';
import type { ChartScale, ScaleKind } from '../../../core/charts/scale';
import type { Estimate } from '../../../core/estimate/estimate';
import { visibleText } from '../../../core/figures/visibleText';
import { chartLabel, chartedModels, invisibleBars } from '../../../wording/page/charts';
import { describeCost, partName } from '../../../wording/cost';
import { isYours as usersMark } from '../../../wording/marks';
import { marksOf } from '../../../wording/page/derivation';
import { showTicks } from '../../../wording/numbers';
import { ageOf, type View } from '../../figures/view';
import type { Words } from '../../../wording/words';
import { useWords } from '../../words';
import { partFill, Swatch } from './patterns';
import { labelsFit, MAX_TICKS } from './ticks';
import { useRoom, type Room } from './useRoom';

const LINE_HEIGHT = 20;
const BAR_HEIGHT = 14;

interface Props {
  readonly rows: readonly Estimate[];
  /** Models that the table lists and the chart does not draw. */
  readonly more: number;
  readonly view: View;
  readonly kind: ScaleKind;
}

/**
 * Cost of one call by model. On a logarithmic axis, where lengths mean nothing, dots with the bands of estimated
 * counts; bars of parts on a linear one. Each amount stands beside its mark.
 */
export function CostChartView({ rows, more, view, kind }: Props): JSX.Element {
  const words = useWords();
  const [ref, room] = useRoom<HTMLDivElement>();
  const width = room?.width ?? 0;
  const chart = layOutIn(words, rows, kind, room);
  return (
    <figure class="costs" aria-label={chartLabel(words, 'costs')}>
      <Legend chart={chart} yourId={view.modelId} />
      <div class="cost-list">
        <div class="plot-measure" ref={ref}>
          {room && <Axis scale={chart.scale} width={width} />}
        </div>
        <ol>
          {chart.lines.map((line) => (
            <Line key={line.row.model.id} {...{ line, scale: chart.scale, width, view }} />
          ))}
        </ol>
      </div>
      <p class="hint cost-notes">{notesOn(words, chart, more, width).join(' · ')}</p>
    </figure>
  );
}

/** With as many ticks as have room for their labels. */
function layOutIn(
  words: Words,
  rows: readonly Estimate[],
  kind: ScaleKind,
  room: Room | undefined,
): CostChart {
  const least = layOutCosts(rows, kind, 2);
  if (!room) return least;
  for (let ticks = MAX_TICKS; ticks > 2; ticks--) {
    const chart = layOutCosts(rows, kind, ticks);
    const labels = showTicks(words, chart.scale);
    if (labelsFit(chart.scale, labels, room.width, room.textWidth)) return chart;
  }
  return least;
}

/** How many models are shown and not shown, and how to read positions or lengths. */
function notesOn(words: Words, chart: CostChart, more: number, width: number): readonly string[] {
  const shown = [chartedModels(words, chart.lines.length, more)];
  if (chart.scale.kind === 'log') return [...shown, chartLabel(words, 'logarithmic')];
  const ends = chart.lines.flatMap(({ segments }) => segments.at(-1)?.to ?? []);
  const invisible = ends.filter((to) => to * width < 1).length;
  return width > 0 && invisible > 0 ? [...shown, invisibleBars(words, invisible)] : shown;
}

interface LegendProps {
  readonly chart: CostChart;
  readonly yourId: string;
}

/** What each mark stands for. */
function Legend({ chart, yourId }: LegendProps): JSX.Element | null {
  const words = useWords();
  const dots = chart.lines.filter(({ dot }) => dot !== undefined);
  const hasYours = dots.some(({ row }) => row.model.id === yourId);
  const hasBands = chart.lines.some(({ band }) => band);
  if (chart.parts.length === 0 && dots.length === 0 && !hasBands) return null;
  return (
    <ul class="legend">
      {chart.parts.map((part) => (
        <li key={part}>
          <Swatch part={part} />
          {partName(words, part)}
        </li>
      ))}
      {hasYours && <DotKey isYours label={chartLabel(words, 'yours')} />}
      {dots.length > Number(hasYours) && (
        <DotKey isYours={false} label={chartLabel(words, 'dot')} />
      )}
      {hasBands && (
        <li>
          <svg width="22" height="14" aria-hidden="true">
            <path class="band" d="M2 3v8M2 7h18M20 3v8" />
          </svg>
          {chartLabel(words, 'band')}
        </li>
      )}
    </ul>
  );
}

function DotKey({ isYours, label }: { isYours: boolean; label: string }): JSX.Element {
  return (
    <li>
      <svg width="14" height="14" aria-hidden="true">
        <Dot isYours={isYours} dot={{ x: 7, y: 7, radius: DOT_RADIUS }} />
      </svg>
      {label}
    </li>
  );
}

/** A mark that differs from the others in its form for the user's model. */
function Dot({ dot, isYours }: DotProps): JSX.Element {
  return isYours ? (
    <path class="dot yours" d={diamondPath(dot)} />
  ) : (
    <circle class="dot" cx={dot.x} cy={dot.y} r={dot.radius} />
  );
}

interface DotProps {
  readonly dot: NonNullable<PlotShapes['dot']>;
  readonly isYours: boolean;
}

function Axis({ scale, width }: { scale: ChartScale; width: number }): JSX.Element {
  const labels = showTicks(useWords(), scale);
  return (
    <svg class="axis" width={width} height="20" aria-hidden="true">
      {scale.ticks.map((tick, index) => (
        <text key={tick} class={endOf(scale.place(tick))} x={scale.place(tick) * width} y="14">
          {labels[index]}
        </text>
      ))}
    </svg>
  );
}

/** Of a tick at an end of the axis, where a narrow page ends too; the last tick may stand before the end. */
function endOf(place: number): string | undefined {
  return place < ROUNDING ? 'at-start' : place > 1 - ROUNDING ? 'at-end' : undefined;
}

/** A logarithm has it. */
const ROUNDING = 1e-6;

interface LineProps {
  readonly line: CostLine;
  readonly scale: ChartScale;
  readonly width: number;
  readonly view: View;
}

function Line({ line, scale, width, view }: LineProps): JSX.Element {
  const words = useWords();
  const { row } = line;
  const isYours = row.model.id === view.modelId;
  const warnings = marksOf(words, row, ageOf(view)).filter(({ isWarning }) => isWarning);
  const marks = [...(isYours ? [usersMark(words)] : []), ...warnings.map(({ label }) => label)];
  return (
    <li>
      <div class={isYours ? 'cost-label yours' : 'cost-label'} title={visibleText(row.model.id)}>
        <bdi>{visibleText(row.model.name)}</bdi>
        {marks.length > 0 && <span class="bar-mark">{` (${marks.join(', ')})`}</span>}
      </div>
      <Plot {...{ line, scale, width, isYours }} />
      <div class="cost-amount">{describeCost(words, row)}</div>
    </li>
  );
}

interface PlotProps extends Omit<LineProps, 'view'> {
  readonly isYours: boolean;
}

function Plot({ line, scale, width, isYours }: PlotProps): JSX.Element {
  const size = { width, height: LINE_HEIGHT, barHeight: BAR_HEIGHT };
  const { gridlines, guide, segments, band, dot } = plotShapes(line, scale, size);
  return (
    <svg class="plot" width={width} height={LINE_HEIGHT} aria-hidden="true">
      {gridlines.map((path) => (
        <path key={path} class="gridline" d={path} />
      ))}
      {guide && <path class="guide" d={guide} />}
      {segments.map(({ part, ...place }) => (
        <rect key={part} class="segment" {...place} fill={partFill(part)} />
      ))}
      {band && <path class="band" d={band} />}
      {dot && <Dot dot={dot} isYours={isYours} />}
    </svg>
  );
}
