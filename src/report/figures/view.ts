import { budgetsOf, type Budgets } from '../../core/estimate/budget';
import { findHeadline, type Headline } from '../../core/estimate/headline';
import type { Estimate } from '../../core/estimate/estimate';
import { compareEstimates } from '../../core/estimate/ranking';
import type { PriceAge } from '../../wording/marks';
import type { Model } from '../../core/pricing/table/priceTable';
import { eachOnOwn } from './ownModels';
import type { Question, Rows } from './question';
import type { PageSettings } from '../state/facts';
import type { PricedFigures } from '../state/figures';

/** The figures with everything that depends on the settings alone. */
export interface View extends Question {
  /** Of the current selection, cheapest first. */
  readonly rows: readonly Estimate[];
  /** Of the other models that are listed, cheapest first. */
  readonly otherRows: readonly Estimate[];
  readonly headline: Headline;
  /** What the headline and the cheapest models are the cheapest of: nothing that the table lists costs less. */
  readonly scope: Scope;
  readonly modelId: string;
  /** The model that others are compared with; empty: `modelId`. */
  readonly baselineId: string;
  /** How the name of that model was read; undefined for an id or alias. */
  readonly modelReading: string | undefined;
  /** Models that are listed first. */
  readonly pinnedIds: readonly string[];
  readonly staleAfterDays: number;
  /** A sentence for each setting or file of settings that is not used. */
  readonly warnings: readonly string[];
  readonly budgets: Budgets;
}

/** The current selection; that and what the table lists besides, such as what a filter finds; or the whole table. */
export type Scope = 'current' | 'listed' | 'all';

/** The models of the headline, among which a name has to be unique. */
export function comparedModels({ models, others }: Question): readonly Model[] {
  return [...models, ...others];
}

export function ageOf({ subject, staleAfterDays }: View): PriceAge {
  return { atMs: subject.atMs, staleAfterDays };
}

export function makeView(
  question: Question,
  priced: Rows,
  { modelId, modelReading, baselineId, pinnedIds, staleAfterDays, warnings, budgets }: PageSettings,
): View {
  const sorted = (models: readonly Model[]): readonly Estimate[] =>
    models.flatMap((model) => priced.get(model) ?? []).toSorted(compareEstimates);
  const rows = sorted(question.models);
  const otherRows = sorted(question.others);
  const yours = rows.find(({ model }) => model.id === modelId);
  const eachOwn = yours && eachOnOwn(question, yours);
  return {
    ...question,
    rows,
    otherRows,
    headline: findHeadline([...rows, ...otherRows], modelId, baselineId, eachOwn),
    scope: scopeOf(question),
    modelId,
    baselineId,
    modelReading,
    pinnedIds,
    staleAfterDays,
    warnings,
    budgets: budgetsOf(budgets),
  };
}

function scopeOf({ table, models, others }: Question): Scope {
  if (models.length + others.length === table.total) return 'all';
  return others.length === 0 ? 'current' : 'listed';
}

/** Keeps the last view: the report is drawn again only if its view is a new object. */
export class LastView {
  #last:
    | { readonly priced: PricedFigures; readonly settings: PageSettings; readonly view: View }
    | undefined;

  of(priced: PricedFigures, settings: PageSettings): View {
    if (this.#last?.priced !== priced || this.#last.settings !== settings) {
      this.#last = { priced, settings, view: makeView(priced.question, priced.rows, settings) };
    }
    return this.#last.view;
  }
}
