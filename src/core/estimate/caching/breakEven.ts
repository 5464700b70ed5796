import {
  addMoney,
  compareMoney,
  moneyRatio,
  subtractMoney,
  ZERO_MONEY,
  type Money,
} from '../../pricing/money';

/** The costs of calls that differ in nothing but the cache. */
export interface CallCosts {
  /** Nothing is cached. */
  readonly without: Money;
  /** The stable beginning is written to the cache. */
  readonly writing: Money;
  /** It is read from the cache. */
  readonly reading: Money;
}

/**
 * The costs of the turns of a conversation. `writing`: each turn misses the cache and writes all of it again. `reading`:
 * each turn reads what the turn before has written, and writes the rest; the first one writes.
 */
export interface TurnCosts {
  readonly turns: number;
  /** Of all turns together. */
  readonly all: CallCosts;
  /** Of one turn; the first is 1. */
  readonly ofTurn: (turn: number) => Omit<CallCosts, 'writing'>;
}

export type BreakEven =
  | {
      readonly kind: 'pays';
      /** The first number of calls, or turns, that together cost less with the cache. */
      readonly from: number;
      /** No smaller number of them costs more with the cache. */
      readonly isAtOnce: boolean;
      /** The share of calls that find the cache, 0 to 1, below which writing costs more. Undefined: above 1. */
      readonly hitShare: number | undefined;
    }
  | { readonly kind: 'never' };

/**
 * From how many calls on writing the cache pays, all within its lifetime. With P stable tokens at the rates i (input), w
 * (cache write) and r (cached input):
 *
 *     n calls without:  n P i
 *     n calls with:     P w + (n - 1) P r
 *     with < without:   n - 1 > (w - i) / (i - r)
 *
 * If a share h of the calls finds the cache and the others write it again, both cost the same at
 *
 *     h r + (1 - h) w = i:   h = (w - i) / (w - r)
 *
 * Worked example: Anthropic writes for five minutes at 1.25 i and reads at 0.1 i
 * (https://platform.claude.com/docs/en/build-with-claude/prompt-caching): (w - i) / (i - r) = 0.25 / 0.9 = 0.28, so from
 * the second call on, and h = 0.25 / 1.15 = 21.7 %. For an hour at 2 i: 1 / 0.9 = 1.1, so from the third call on, and
 * h = 1 / 1.9 = 52.6 %. Where w = i, it pays from the second call on at no extra cost: one call costs the same.
 *
 * Never, if reading costs no less than sending.
 */
export function breakEvenOfCalls({ without, writing, reading }: CallCosts): BreakEven {
  const extra = subtractMoney(writing, without);
  const saving = subtractMoney(without, reading);
  if (compareMoney(saving, ZERO_MONEY) <= 0) return { kind: 'never' };
  const isAtOnce = compareMoney(extra, ZERO_MONEY) <= 0;
  const from = compareMoney(extra, ZERO_MONEY) < 0 ? 1 : wholeTimes(extra, saving) + 2;
  const hitShare = isAtOnce ? 0 : moneyRatio(extra, subtractMoney(writing, reading));
  return { kind: 'pays', from, isAtOnce, hitShare };
}

/** How many times `divisor`, which is positive, is in `amount`, which is not negative. */
function wholeTimes(amount: Money, divisor: Money): number {
  const whole = (amount.numerator * divisor.denominator) / (divisor.numerator * amount.denominator);
  return Number(whole);
}

/**
 * From which turn of a conversation on writing the cache pays. The cached beginning grows with the history, so the costs
 * are summed turn by turn. The share of hits is that of the turns after the first, which always writes, weighted by
 * what each saves, in a conversation of all turns:
 *
 *     h = (all written - without) / (all written - read)
 *
 * Worked example: prompts of 1, 2 and 3 million tokens at 1 USD, written at 1.25 and read at 0.1. Without: 1 + 2 + 3 = 6.
 * With: 1.25 + (0.1 + 1.25) + (0.2 + 1.25) = 4.05, and after two turns 2.6 < 3: it pays from the second turn on. All
 * written: 7.5; h = 1.5 / 3.45 = 43.5 %.
 */
export function breakEvenOfTurns(costs: TurnCosts): BreakEven {
  const first = firstCheaper(costs);
  if (!first) return { kind: 'never' };
  const { without, writing, reading } = costs.all;
  const extra = subtractMoney(writing, without);
  const share = moneyRatio(extra, subtractMoney(writing, reading)) ?? 0;
  // Above 1: the last turns cost more again than the others have saved.
  return { kind: 'pays', ...first, hitShare: share > 1 ? undefined : Math.max(0, share) };
}

/** The first number of turns that together cost less with the cache, and whether no smaller number costs more. */
function firstCheaper({
  turns,
  ofTurn,
}: TurnCosts): { readonly from: number; readonly isAtOnce: boolean } | undefined {
  let [balance, isAtOnce] = [ZERO_MONEY, true];
  for (let turn = 1; turn <= turns; turn++) {
    const { without, reading } = ofTurn(turn);
    balance = addMoney(balance, subtractMoney(reading, without));
    const sign = compareMoney(balance, ZERO_MONEY);
    if (sign < 0) return { from: turn, isAtOnce };
    if (sign > 0) isAtOnce = false;
  }
  return undefined;
}
