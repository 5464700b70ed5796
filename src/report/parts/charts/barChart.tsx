import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { layOutCosts, type CostChart, type CostLine } from '../../../core/charts/costs';
import { plotShapes } from '../../../core/charts/plot';
import type { ChartScale } from '../../../core/charts/scale';
import type { Estimate } from '../../../core/estimate/estimate';
import { visibleText } from '../../../core/figures/visibleText';
import type { Actions } from '../../actions';
import type { PageState } from '../../state/pageState';
import { chartLabel, showAllBars } from '../../../wording/page/charts';
import { describeCost, partName } from '../../../wording/cost';
import { marksOf } from '../../../wording/page/derivation';
import { showTick } from '../../../wording/numbers';
import { ageOf, type View } from '../../figures/view';
import { useWords } from '../../words';
import { chunksOf, useIsNear } from '../useIsNear';
import { partFill } from './patterns';
import { useWidth } from './useWidth';

/** Bars that are shown before the user asks for all. */
const FEW_BARS = 12;

/** Bars that are drawn together. */
const CHUNK_BARS = 100;

const LINE_HEIGHT = 18;
const BAR_HEIGHT = 14;
const PIXELS_PER_TICK = 80;

interface Props {
  readonly rows: readonly Estimate[];
  readonly view: View;
  readonly state: PageState;
  readonly actions: Actions;
}

/** Cost of one call by model: bars of parts, or dots on a logarithmic axis, with bands for estimated counts. */
export function BarChartView({ rows, view, state, actions }: Props): JSX.Element {
  const words = useWords();
  const [ref, width] = useWidth<HTMLDivElement>();
  const chosen = state.showsAllBars ? rows : chooseFew(rows, view);
  const chart = layOutCosts(chosen, state.scale, Math.max(2, Math.floor(width / PIXELS_PER_TICK)));
  return (
    <figure class="bars" aria-label={chartLabel(words, 'bars')}>
      <Legend chart={chart} hasBands={chart.lines.some(({ band }) => band)} />
      <div class="bar-list">
        <div class="plot-measure" ref={ref}>
          {width > 0 && <Axis scale={chart.scale} width={width} />}
        </div>
        {chunksOf(chart.lines, CHUNK_BARS).map((lines, index) => (
          <BarLines
            key={index}
            lines={lines}
            isFirst={index === 0}
            scale={chart.scale}
            width={width}
            view={view}
          />
        ))}
      </div>
      {rows.length > FEW_BARS && (
        <button
          type="button"
          class="quiet"
          id="all-bars"
          aria-expanded={state.showsAllBars}
          onClick={() => actions.update({ showsAllBars: !state.showsAllBars })}
        >
          {state.showsAllBars ? chartLabel(words, 'fewer') : showAllBars(words, rows.length)}
        </button>
      )}
    </figure>
  );
}

/** The first rows, always with the models of the headline. */
export function chooseFew(rows: readonly Estimate[], { headline }: View): readonly Estimate[] {
  if (rows.length <= FEW_BARS) return rows;
  const named = new Set([headline.yours, headline.baseline, headline.cheapest]);
  const far = rows.filter((row, index) => named.has(row) && index >= FEW_BARS).length;
  return rows.filter((row, index) => index < FEW_BARS - far || named.has(row));
}

function Legend({ chart, hasBands }: { chart: CostChart; hasBands: boolean }): JSX.Element {
  const words = useWords();
  return (
    <ul class="legend">
      {chart.parts.map((part) => (
        <li key={part}>
          <svg width="14" height="14" aria-hidden="true">
            <rect class="swatch" width="14" height="14" fill={partFill(part)} />
          </svg>
          {partName(words, part)}
        </li>
      ))}
      {chart.scale.kind === 'log' && (
        <li>
          <svg width="14" height="14" aria-hidden="true">
            <circle class="dot" cx="7" cy="7" r="4" />
          </svg>
          {chartLabel(words, 'dot')}
        </li>
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

function Axis({ scale, width }: { scale: ChartScale; width: number }): JSX.Element {
  const words = useWords();
  return (
    <svg class="axis" width={width} height="20" aria-hidden="true">
      {scale.ticks.map((tick) => {
        const x = scale.place(tick) * width;
        return (
          <text key={tick} x={x} y="14" text-anchor={anchorAt(x, width)}>
            {showTick(words, tick)}
          </text>
        );
      })}
    </svg>
  );
}

/** Keeps the labels at both ends inside. */
function anchorAt(x: number, width: number): 'start' | 'middle' | 'end' {
  if (x < 24) return 'start';
  return x > width - 24 ? 'end' : 'middle';
}

interface LinesProps extends Omit<LineProps, 'line'> {
  readonly lines: readonly CostLine[];
  readonly isFirst: boolean;
}

/** Lines of the chart; a space of their height while they are far from what is visible. */
function BarLines({ lines, isFirst, ...props }: LinesProps): JSX.Element {
  const ref = useRef<HTMLOListElement>(null);
  const linePx = useRef(LINE_HEIGHT);
  const isNear = useIsNear(ref, isFirst, (list) => {
    const drawn = list.childElementCount;
    if (drawn > 0) linePx.current = list.getBoundingClientRect().height / drawn;
  });
  return (
    <ol ref={ref} style={{ blockSize: isNear ? undefined : `${lines.length * linePx.current}px` }}>
      {isNear && lines.map((line) => <BarLine key={line.row.model.id} line={line} {...props} />)}
    </ol>
  );
}

interface LineProps {
  readonly line: CostLine;
  readonly scale: ChartScale;
  readonly width: number;
  readonly view: View;
}

function BarLine({ line, scale, width, view }: LineProps): JSX.Element {
  const words = useWords();
  const { row } = line;
  const isYours = row.model.id === view.modelId;
  return (
    <li>
      <div class={isYours ? 'bar-label yours' : 'bar-label'} title={visibleText(row.model.id)}>
        <bdi>{visibleText(row.model.name)}</bdi>
        {marksOf(words, row, ageOf(view))
          .filter(({ isWarning }) => isWarning)
          .map(({ label }) => (
            <span key={label} class="bar-mark">
              {` (${label})`}
            </span>
          ))}
      </div>
      <Plot line={line} scale={scale} width={width} />
      <div class="bar-amount">{describeCost(words, row)}</div>
    </li>
  );
}

function Plot({ line, scale, width }: Omit<LineProps, 'view'>): JSX.Element {
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
      {dot && <circle class="dot" cx={dot.x} cy={dot.y} r={dot.radius} />}
      {band && <path class="band" d={band} />}
    </svg>
  );
}
