import type { Question, Rows } from '../figures/question';

/** A question and the row of each model. */
export interface PricedFigures {
  readonly kind: 'priced';
  readonly question: Question;
  readonly rows: Rows;
}

/** The figures of the report. `before`: those of the last question that was priced to its end. */
export type Figures =
  /** The editor has not sent all that is needed. */
  | { readonly kind: 'missing' }
  | {
      readonly kind: 'pricing';
      readonly question: Question;
      /** Share of the models that are priced, 0 to 1. */
      readonly share: number;
      readonly before: PricedFigures | undefined;
    }
  | {
      readonly kind: 'failed';
      readonly question: Question;
      readonly before: PricedFigures | undefined;
    }
  | PricedFigures;

export function questionIn(figures: Figures): Question | undefined {
  return figures.kind === 'missing' ? undefined : figures.question;
}

/** The newest figures that are complete. */
export function pricedIn(figures: Figures): PricedFigures | undefined {
  switch (figures.kind) {
    case 'missing':
      return undefined;
    case 'pricing':
    case 'failed':
      return figures.before;
    case 'priced':
      return figures;
  }
}
