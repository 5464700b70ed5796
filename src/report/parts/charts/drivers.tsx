import type { JSX } from 'preact';
import { layOutDrivers, type Driver } from '../../../core/charts/drivers';
import { assumesCache } from '../../../core/estimate/caching/caching';
import type { Estimate } from '../../../core/estimate/estimate';
import { visibleText } from '../../../core/figures/visibleText';
import { describeReason, partName, showCost } from '../../../wording/cost';
import { describeLater } from '../../../wording/call';
import { describeCaching } from '../../../wording/page/caching';
import {
  describeDrivers,
  driverAmount,
  driversHeading,
  driversOfEach,
  driverShare,
  driverUnits,
} from '../../../wording/page/drivers';
import { rowCaching } from '../../figures/caching';
import type { View } from '../../figures/view';
import { useWords } from '../../words';
import { partFill, Swatch } from './patterns';
import { useWidth } from './useWidth';

const BAR_HEIGHT = 18;

/**
 * The parts of the cost as it is, on the user's model or of each file on the model that it names, or of that on the
 * cheapest that fits, in one sentence, one bar and a list.
 */
export function DriversView({ view }: { readonly view: View }): JSX.Element | null {
  const words = useWords();
  const row = view.headline.current ?? view.headline.cheapest;
  if (!row) return null;
  return (
    <section class="drivers" aria-labelledby="drivers-heading">
      <h3 id="drivers-heading">
        {row.shares ? driversOfEach(words) : driversHeading(words, visibleText(row.model.name))}
      </h3>
      {row.price.kind === 'priced' ? (
        <Parts row={row} price={row.price} />
      ) : (
        <p>{describeReason(words, row.price.reason)}</p>
      )}
    </section>
  );
}

interface PartsProps {
  readonly row: Estimate;
  readonly price: Extract<Estimate['price'], { readonly kind: 'priced' }>;
}

function Parts({ row, price }: PartsProps): JSX.Element {
  const words = useWords();
  const [ref, width] = useWidth<HTMLDivElement>();
  const drivers = layOutDrivers(price);
  const { later } = price;
  return (
    <>
      <p id="driver">{describeDrivers(words, row, drivers)}</p>
      {later && (
        <p>
          {describeLater(words, showCost(words, row.count, later.expected.total), row.scenario)}
        </p>
      )}
      {assumesCache(row.scenario) && (
        <p class="caching">{describeCaching(words, rowCaching(row))}</p>
      )}
      <div class="driver-bar" ref={ref}>
        {width > 0 && <Bar drivers={drivers} width={width} />}
      </div>
      <table class="driver-list" aria-labelledby="drivers-heading">
        <tbody>
          {drivers.map((driver) => (
            <Part key={driver.part} row={row} driver={driver} />
          ))}
        </tbody>
      </table>
    </>
  );
}

/** The whole width is the whole cost. */
function Bar({ drivers, width }: { drivers: readonly Driver[]; width: number }): JSX.Element {
  return (
    <svg class="plot" width={width} height={BAR_HEIGHT} aria-hidden="true">
      {drivers.map(({ part, from, to }) => (
        <rect
          key={part}
          class="segment"
          data-part={part}
          x={from * width}
          width={(to - from) * width}
          height={BAR_HEIGHT}
          fill={partFill(part)}
        />
      ))}
    </svg>
  );
}

function Part({ row, driver }: { row: Estimate; driver: Driver }): JSX.Element {
  const words = useWords();
  return (
    <tr>
      <th scope="row">
        <Swatch part={driver.part} />
        {partName(words, driver.part)}
      </th>
      <td>{driverUnits(words, row, driver)}</td>
      <td>{driverAmount(words, row, driver)}</td>
      <td>{driverShare(words, row, driver)}</td>
    </tr>
  );
}
