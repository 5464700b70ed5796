import { env } from 'vscode';
import * as formats from '../core/estimate/formats';
import type { Money } from '../core/pricing/money';

/** Numbers as people who use the editor's language write them. */

export function showUsd(amount: Money): string {
  return formats.formatUsd(amount, env.language);
}

export function showRate(usdPerMillionTokens: number): string {
  return formats.formatRate(usdPerMillionTokens, env.language);
}

export function showTokens(tokens: number): string {
  return formats.formatTokens(tokens, env.language);
}

export function showTimes(times: number): string {
  return formats.formatTimes(times, env.language);
}
