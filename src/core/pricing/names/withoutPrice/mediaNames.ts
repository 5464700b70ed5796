import type { BillingUnit } from '../../table/schema';

/** Makers all of whose models draw, by their prefixes at gateways: https://bfl.ai/models */
const PICTURES = /^(?:[\w-]+\/)?(?:bfl|black-forest-labs|black_forest_labs)\/flux/i;

/** What models of makers that write no text bill, whoever passes them on. */
export function mediaUnit(name: string): BillingUnit | undefined {
  return PICTURES.test(name) ? 'picture' : undefined;
}
