import type { FullScenario } from '../../../../core/scenario/scenario';
import type { CurveKind } from '../../../figures/curveCosts';
import type { Curves } from '../../../figures/curves';

/** A picture of lines. */
export interface CurveProps {
  readonly curves: Curves;
  readonly name: string;
  readonly kind: CurveKind;
  readonly scenario: FullScenario;
}
