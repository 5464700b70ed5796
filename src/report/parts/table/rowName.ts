import { visibleText } from '../../../core/figures/visibleText';
import { withoutSeller } from '../../../core/pricing/selection/match';
import type { Model } from '../../../core/pricing/table/priceTable';

/** Where a row has the provider: in the column, or with the model, because the page is too narrow; or the user hides it. */
export type ProviderPlace = 'column' | 'withModel' | 'hidden';

/** What the first cell of a row says of the model. */
export interface RowName {
  readonly name: string;
  /** The provider, below the name; undefined if the name or the column has it. */
  readonly provider?: string;
}

/**
 * Each row says the provider once, and no two rows read alike.
 *
 * Worked example: "gpt-oss-20b on CoreWeave" is "gpt-oss-20b" beside the column, and keeps its name without it; "Grok 4"
 * has xAI below it in a narrow page.
 */
export function rowName(model: Model, place: ProviderPlace): RowName {
  const alone = withoutSeller(model);
  if (place === 'column') return { name: visibleText(alone) };
  const name = visibleText(model.name);
  const isSaid = alone !== model.name || place === 'hidden';
  return isSaid ? { name } : { name, provider: visibleText(model.providerName) };
}
