import { isBedrockName } from '../hosts/bedrock';

/**
 * Variants of OpenRouter's models, which choose another host or search the web: their price depends on the request. Source: https://openrouter.ai/docs/guides/routing/model-variants
 */
const VARIANT = /^(?<model>[^:]+\/[^:]+):(?:nitro|floor|exacto|extended|online)$/;

/**
 * Ids of Bedrock with the context for which throughput can be reserved, which is billed by the hour.
 * Source: https://docs.aws.amazon.com/bedrock/latest/userguide/prov-thru-supported.html
 */
const PROVISIONED = /^(?<model>.+?)(?<variant>:\d+)?:\d+k$/;

/**
 * LiteLLM's and Pydantic AI's prefix of GitHub Models, which has units of its own:
 * https://docs.github.com/billing/reference/costs-for-github-models
 */
const AT_GITHUB = /^github[/:](?<model>.+)$/i;

/** Scaleway's prices are in euros: https://www.scaleway.com/en/pricing/model-as-a-service/ */
const AT_SCALEWAY = /^scaleway[/:](?<model>.+)$/i;

/** SAP's ids name the maker before two dashes: https://help.sap.com/docs/sap-ai-core */
const AT_SAP = /^(?:sap\/)?(?:anthropic|amazon|google|meta|mistralai|nvidia)--(?<model>.+)$/i;

/** The names of the model that a name sells in a way for which no source tells a price; none if it does not. */
export function modelsPricedElsewhere(name: string): readonly string[] {
  const provisioned = isBedrockName(name) ? PROVISIONED.exec(name) : undefined;
  const elsewhere = [VARIANT, AT_GITHUB, AT_SCALEWAY, AT_SAP].map((form) => form.exec(name));
  const { model, variant } = [...elsewhere, provisioned].find(Boolean)?.groups ?? {};
  if (model === undefined) return [];
  return variant === undefined ? [model] : [model + variant, model];
}
