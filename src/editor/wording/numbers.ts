import { env } from 'vscode';
import type { Currency } from '../../core/figures/currency';
import * as formats from '../../core/figures/formats';
import type { Money } from '../../core/pricing/money';

/** Numbers as people who use the editor's language write them. */

/** An amount in the user's currency, or in US dollars without one. */
export function showMoney(amount: Money, currency: Currency | undefined): string {
  return formats.formatMoney(amount, currency, env.language);
}

/** A vendor's rate, always in US dollars. */
export function showRate(usdPerMillionTokens: number): string {
  return formats.formatRate(usdPerMillionTokens, env.language);
}

export function showTokens(tokens: number): string {
  return formats.formatTokens(tokens, env.language);
}

export function showTimes(times: number): string {
  return formats.formatTimes(times, env.language);
}

export function showShare(share: number): string {
  return formats.formatShare(share, env.language);
}
