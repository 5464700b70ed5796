import type { JSX } from 'preact';
import type { Crossover } from '../../../../core/charts/curves';
import { spreadApart, wrapText } from '../../../../core/charts/labels';
import { layOutLines, type DrawnLine } from '../../../../core/charts/lines';
import { roundPixels } from '../../../../core/charts/plot';
import { visibleText } from '../../../../core/figures/visibleText';
import { useWords } from '../../../words';
import type { CurveProps } from './curveProps';
import { Axes } from './axes';
import { BOTTOM, frameOf, TOP, type Frame } from './frame';
import type { Room } from '../useRoom';

const HEIGHT = 240;
/** Between the end of a line and its label. */
const LEADER = 14;
/** Between two labels. */
const GAP = 3;
/** The names take at most this share of the width; longer ones have several lines. */
const MOST_LABELS = 0.42;

interface Props extends CurveProps {
  readonly room: Room;
}

/** The lines, with their names at their ends. */
export function LinePlot({ room, ...props }: Props): JSX.Element {
  const { curves, name } = props;
  const words = useWords();
  const frameFor = (right: number, height: number): Frame =>
    frameOf(words, curves, room, { right, height });
  // Which curves are one line, and so have one name, does not depend on the room for the names.
  const names = layOutLines(curves.curves, frameFor(room.width, HEIGHT)).map(nameOf);
  const labels = names.map((each) =>
    wrapText(each, room.width * MOST_LABELS - LEADER, room.boldWidth),
  );
  const labelWidth = Math.max(...labels.flat().map(room.boldWidth));
  const heights = labels.map(({ length }) => length * room.lineHeight + GAP);
  const height = Math.max(HEIGHT, TOP + BOTTOM + heights.reduce((sum, each) => sum + each, 0));
  const frame = frameFor(Math.floor(room.width - labelWidth - LEADER), height);
  const lines = layOutLines(curves.curves, frame);
  const ends = lines.map(({ points }) => points.at(-1)?.y ?? frame.bottom);
  const middles = spreadApart(ends, heights, TOP, frame.bottom);
  return (
    <svg class="line-plot" width={room.width} height={height} role="img" aria-label={name}>
      <Axes frame={frame} {...props} />
      {lines.map((line, index) => (
        <path
          key={names[index]}
          class={`curve curve-${index}`}
          data-models={line.models.map(({ id }) => id).join(' ')}
          d={pathOf(line.points)}
        />
      ))}
      {lines.map((line, index) => (
        <EndLabel
          key={names[index]}
          line={line}
          isYours={index === 0}
          label={labels[index] ?? []}
          middle={middles[index] ?? 0}
          right={frame.right}
          lineHeight={room.lineHeight}
        />
      ))}
      {curves.crossovers.map((crossover) => (
        <circle
          key={crossoverKey(crossover)}
          class="crossover"
          data-x={crossover.x}
          cx={frame.x(crossover.x)}
          cy={frame.y(1)}
          r="4"
        />
      ))}
    </svg>
  );
}

export function crossoverKey({ x, cheaper, dearer }: Crossover): string {
  return `${cheaper.id} ${dearer.id} ${x}`;
}

function nameOf({ models }: DrawnLine): string {
  return models.map(({ name }) => visibleText(name)).join(' = ');
}

interface EndLabelProps {
  readonly line: DrawnLine;
  readonly isYours: boolean;
  readonly label: readonly string[];
  /** Height of the middle of the label. */
  readonly middle: number;
  readonly right: number;
  readonly lineHeight: number;
}

/** The name at the end of a line, and a leader between the two, which shows the way if the name was moved. */
function EndLabel({ line, isYours, label, middle, right, lineHeight }: EndLabelProps): JSX.Element {
  const end = line.points.at(-1);
  // Of the first line of text, whose letters are above it.
  const baseline = middle - ((label.length - 1) * lineHeight) / 2 + 4;
  return (
    <>
      {end && <path class="leader" d={`M${end.x} ${end.y}L${right + LEADER - 3} ${middle}`} />}
      <text class={isYours ? 'line-label yours' : 'line-label'}>
        {label.map((text, index) => (
          <tspan key={index} x={right + LEADER} y={baseline + index * lineHeight}>
            {text}
          </tspan>
        ))}
      </text>
    </>
  );
}

function pathOf(points: DrawnLine['points']): string {
  return points
    .map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${roundPixels(x)} ${roundPixels(y)}`)
    .join('');
}
