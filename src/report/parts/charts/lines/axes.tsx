import type { JSX } from 'preact';
import { TOP, type Frame } from './frame';

interface Props {
  readonly frame: Frame;
  /** Of the horizontal axis. */
  readonly name: string;
  /** Where the current assumption is. */
  readonly now?: { readonly at: number; readonly label: string } | undefined;
}

/** Both axes, and where the current assumption is. */
export function Axes({ frame, name, now }: Props): JSX.Element {
  const { left, right, bottom, xTicks, yTicks } = frame;
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
        {name}
      </text>
      {now && (
        <>
          <path class="now" d={`M${frame.x(now.at)} ${TOP - 6}V${bottom}`} />
          <text x={frame.x(now.at)} y={TOP - 10} text-anchor="middle">
            {now.label}
          </text>
        </>
      )}
    </>
  );
}
