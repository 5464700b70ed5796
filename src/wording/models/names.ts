import type { Estimate } from '../../core/estimate/estimate';
import { dayOf } from '../../core/pricing/instant';
import { visibleText } from '../../core/figures/visibleText';
import type { Model } from '../../core/pricing/table/priceTable';
import type { AmbiguityReason, How, Unresolved } from '../../core/pricing/names/resolution';
import type { BillingUnit } from '../../core/pricing/table/schema';
import { showDay, showNumber } from '../numbers';
import { counted } from '../language/forms';
import { commas } from '../language/lists';
import type { Words } from '../words';

/** A sentence lists no more ids. */
const MAX_IDS = 8;

/** "OpenAI o1", or "2 models together" of a sum over texts with models of their own. */
export function nameOfModels(words: Words, { model, shares }: ModelsOfSum): string {
  const { l10n } = words;
  if (!shares) return model.name;
  const [only, ...others] = new Set(shares.map(({ estimate }) => estimate.model.name));
  if (only !== undefined && others.length === 0) return only;
  const models = others.length + 1;
  return counted(words, models, l10n.t('[other]{0} models together'), showNumber(words, models));
}

/** The same with ids. */
export function idOfModels(words: Words, sum: ModelsOfSum): string {
  return sum.shares ? nameOfModels(words, sum) : sum.model.id;
}

/** In the place of a model: each text is priced on its own. */
export function eachOfItsOwn({ l10n }: Words, areRequests: boolean): string {
  return areRequests ? l10n.t("each request's own") : l10n.t("each file's own");
}

type ModelsOfSum = Pick<Estimate, 'model' | 'shares'>;

/** A name of a model, and how it led to it. */
export interface ResolvedName {
  readonly name: string;
  readonly model: Model;
  readonly how: How;
}

/**
 * '"gpt-5.6" means openai/gpt-5.6-sol on 2026-11-27.', '"azure_ai/GPT-4o" is read as azure/gpt-4o.'; undefined for an id
 * or alias of the table.
 */
export function describeReading(
  words: Words,
  { name, model, how }: ResolvedName,
  atMs: number,
): string | undefined {
  const { l10n } = words;
  const [written, id] = [visibleText(name.trim()), visibleText(model.id)];
  switch (how) {
    case 'exact':
      return undefined;
    case 'reading':
      return l10n.t('"{0}" is read as {1}.', written, id);
    case 'onlyAt':
      return l10n.t(
        '"{0}" is read as {1}: {2} alone has it under this name.',
        written,
        id,
        visibleText(model.providerName),
      );
    case 'moving':
      return l10n.t('"{0}" means {1} on {2}.', written, id, showDay(words, dayOf(atMs)));
  }
}

/** Why a name leads to no model, without a full stop. @param ids its candidates, or the nearest to it. */
export function describeUnresolved(
  words: Words,
  name: string,
  resolution: Unresolved,
  ids: readonly string[],
): string {
  const { l10n } = words;
  const written = visibleText(name);
  switch (resolution.kind) {
    case 'ambiguous':
      return ambiguousName(words, written, resolution.reason, listed(words, ids));
    case 'notByTokens':
      return notByTokens(words, written, resolution.unit);
    case 'local':
      return l10n.t('"{0}" runs on your own machine and has no price per token', written);
    case 'fineTuned':
      return l10n.t(
        '"{0}" is a fine-tuned model: it is billed at rates of its own, which are not in the price table',
        written,
      );
    case 'free':
      return l10n.t('"{0}" is a free offer: nothing is billed for it', written);
    case 'unknown':
      return ids.length === 0
        ? l10n.t('"{0}" is not in the price table', written)
        : l10n.t(
            '"{0}" is not in the price table. The nearest are: {1}',
            written,
            listed(words, ids),
          );
  }
}

function ambiguousName(
  { l10n }: Words,
  name: string,
  reason: AmbiguityReason,
  ids: string,
): string {
  switch (reason) {
    case 'several':
      return l10n.t('Several models are called "{0}". Choose one of: {1}', name, ids);
    case 'region':
      return l10n.t(
        'The price of "{0}" in this region is not known. Choose one of: {1}',
        name,
        ids,
      );
    case 'elsewhere':
      return l10n.t(
        'The maker of "{0}" does not sell it under this name. Choose one of: {1}',
        name,
        ids,
      );
  }
}

function notByTokens({ l10n }: Words, name: string, unit: BillingUnit): string {
  switch (unit) {
    case 'picture':
      return l10n.t('"{0}" is billed by the picture, not by text tokens', name);
    case 'second':
      return l10n.t('"{0}" is billed by the second, not by text tokens', name);
    case 'character':
      return l10n.t('"{0}" is billed by the character, not by text tokens', name);
    case 'page':
      return l10n.t('"{0}" is billed by the page, not by text tokens', name);
    case 'request':
      return l10n.t('"{0}" is billed by the request, not by text tokens', name);
    case 'audio':
      return l10n.t('"{0}" is billed by tokens of audio, not by text tokens alone', name);
    case 'subscription':
      return l10n.t('"{0}" is part of a subscription: no tokens are billed for it', name);
    case 'unknown':
      return l10n.t('The model "{0}" is known, but no source tells its price', name);
  }
}

function listed(words: Words, ids: readonly string[]): string {
  const { l10n } = words;
  const shown = commas(words, ids.slice(0, MAX_IDS).map(visibleText));
  const more = ids.length - MAX_IDS;
  return more > 0 ? l10n.t('{0} and {1} more', shown, more) : shown;
}
