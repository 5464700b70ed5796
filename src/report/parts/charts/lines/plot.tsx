import type { JSX } from 'preact';
import type { Crossover } from '../../../../core/charts/curves';
import { spreadApart, wrapText } from '../../../../core/charts/labels';
import { layOutLines, type DrawnLine } from '../../../../core/charts/lines';
import { visibleText } from '../../../../core/figures/visibleText';
import { useWords } from '../../../words';
import { otherThan } from '../../../figures/curves';
import type { CurveProps } from './curveProps';
import { assumedNow, axisName } from '../../../../wording/page/charts';
import { Axes } from './axes';
import { CAP_STEP, CrossingBar, LEAST_CAP } from './crossingBar';
import { EndLabel, GAP, LEADER, MOST_LABELS, pathOf } from './endLabel';
import { BOTTOM, frameOf, TOP, type Frame } from './frame';
import type { Room } from '../useRoom';

const HEIGHT = 240;
interface Props extends CurveProps {
  readonly room: Room;
  /** For those who do not see it. */
  readonly text: string;
}

/** The lines, with their names at their ends. */
export function LinePlot({ room, text, ...props }: Props): JSX.Element {
  const { curves, kind, scenario } = props;
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
    <svg class="line-plot" width={room.width} height={height} role="img" aria-label={text}>
      <Axes
        frame={frame}
        name={axisName(words, kind, scenario)}
        now={curves.now > 0 ? { at: curves.now, label: assumedNow(words, curves.now) } : undefined}
      />
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
          end={line.points.at(-1)}
          isYours={index === 0}
          label={labels[index] ?? []}
          middle={middles[index] ?? 0}
          right={frame.right}
          lineHeight={room.lineHeight}
        />
      ))}
      {curves.crossovers.map((crossover, index) => (
        <CrossingBar
          key={crossoverKey(crossover)}
          crossover={crossover}
          line={lines.findIndex(({ models }) =>
            models.includes(otherThan(curves.yours, crossover)),
          )}
          cap={LEAST_CAP + index * CAP_STEP}
          frame={frame}
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
