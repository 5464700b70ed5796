import type { JSX } from 'preact';
import type { CachingLines, CachingPoint } from '../../../../core/charts/cachingLines';
import { spreadApart, wrapText } from '../../../../core/charts/labels';
import { makeScale } from '../../../../core/charts/scale';
import type { Caching } from '../../../../core/estimate/caching/caching';
import { cachingAxis, cachingLine, callsOrTurn } from '../../../../wording/page/caching';
import { showTicks } from '../../../../wording/numbers';
import { useWords } from '../../../words';
import { Axes } from '../lines/axes';
import { EndLabel, GAP, LEADER, MOST_LABELS, pathOf } from '../lines/endLabel';
import { layOutFrame, MAX_ROWS, TOP } from '../lines/frame';
import type { Room } from '../useRoom';

const HEIGHT = 240;

/** Of the label of the crossing from its dot, right and below: after it both lines go up. */
const LABEL_OFFSET = { x: 6, y: 18 } as const;

interface Props {
  readonly lines: CachingLines;
  readonly unit: Caching['unit'];
  readonly name: string;
  readonly room: Room;
}

/** Two lines on linear axes, with their names at their ends and the crossing named where it is. */
export function CachingPlot({ lines, unit, name, room }: Props): JSX.Element {
  const words = useWords();
  const drawn = ['cached', 'without'] as const;
  const labels = drawn.map((line) =>
    wrapText(cachingLine(words, line), room.width * MOST_LABELS - LEADER, room.boldWidth),
  );
  const labelWidth = Math.max(...labels.flat().map(room.boldWidth));
  const heights = labels.map(({ length }) => length * room.lineHeight + GAP);
  const amounts = drawn.flatMap((line) => lines[line].map(({ usd }) => usd));
  const scale = makeScale('linear', amounts, MAX_ROWS);
  const frame = layOutFrame(
    words,
    { scale, labels: showTicks(words, scale) },
    room,
    { right: Math.floor(room.width - labelWidth - LEADER), height: HEIGHT },
    (ticks) => wholeScale(lines.most, ticks),
  );
  const place = ({ calls, usd }: CachingPoint) => ({ x: frame.x(calls), y: frame.y(usd) });
  const paths = drawn.map((line) => lines[line].map(place));
  const ends = paths.map((points) => points.at(-1));
  const middles = spreadApart(
    ends.map((end) => end?.y ?? frame.bottom),
    heights,
    TOP,
    frame.bottom,
  );
  const crossing = place(lines.crossing);
  return (
    <svg class="line-plot" width={room.width} height={HEIGHT} role="img" aria-label={name}>
      <Axes frame={frame} name={cachingAxis(words, unit)} />
      {drawn.map((line, index) => (
        <path
          key={line}
          class={`curve curve-${index}`}
          data-line={line}
          d={pathOf(paths[index] ?? [])}
        />
      ))}
      {drawn.map((line, index) => (
        <EndLabel
          key={line}
          end={ends[index]}
          isYours={line === 'cached'}
          label={labels[index] ?? []}
          middle={middles[index] ?? 0}
          right={frame.right}
          lineHeight={room.lineHeight}
        />
      ))}
      <circle
        class="crossover"
        data-x={lines.crossing.calls}
        cx={crossing.x}
        cy={crossing.y}
        r="4"
      />
      <text
        class="crossover-label"
        x={crossing.x + LABEL_OFFSET.x}
        y={Math.min(crossing.y + LABEL_OFFSET.y, frame.bottom - 4)}
      >
        {callsOrTurn(words, unit, lines.crossing.calls)}
      </text>
    </svg>
  );
}

/** From 0, with ticks at whole numbers. */
function wholeScale(most: number, ticks: number): ReturnType<typeof makeScale> {
  const scale = makeScale('linear', [most], Math.min(ticks, most));
  return { ...scale, ticks: scale.ticks.filter(Number.isInteger) };
}
