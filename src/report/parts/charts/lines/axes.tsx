import type { JSX } from 'preact';
import { assumedNow, axisName } from '../../../../wording/page/charts';
import { useWords } from '../../../words';
import type { CurveProps } from './curveProps';
import { TOP, type Frame } from './frame';

interface Props extends CurveProps {
  readonly frame: Frame;
}

/** Both axes, and where the current assumption is. */
export function Axes({ frame, curves: { now }, kind, scenario }: Props): JSX.Element {
  const { left, right, bottom, xTicks, yTicks } = frame;
  const words = useWords();
  return (
    <>
      {yTicks.map(({ label, at }) => (
        <g key={label} class="y-tick">
          <path class="gridline" d={`M${left} ${at}H${right}`} />
          <text x={left - 8} y={at + 4} text-anchor="end">
            {label}
          </text>
        </g>
      ))}
      {xTicks.map(({ label, at }) => (
        <text key={label} class="x-tick" x={at} y={bottom + 16} text-anchor="middle">
          {label}
        </text>
      ))}
      <text class="axis-name" x={(left + right) / 2} y={bottom + 34} text-anchor="middle">
        {axisName(words, kind, scenario)}
      </text>
      {now > 0 && (
        <>
          <path class="now" d={`M${frame.x(now)} ${TOP - 6}V${bottom}`} />
          <text x={frame.x(now)} y={TOP - 10} text-anchor="middle">
            {assumedNow(words, now)}
          </text>
        </>
      )}
    </>
  );
}
