/** Kinds of deployment in LiteLLM's ids that have the list price: https://docs.litellm.ai/docs/providers/azure */
const GLOBAL = /^(?:global|global-standard)\//;
/** Data zones, whose prices are higher: https://azure.microsoft.com/pricing/details/cognitive-services/openai-service */
const ZONE = /^(?:us|eu)\//;

/** A name in Azure's list of models. Azure writes gpt-35-turbo for gpt-3.5-turbo. */
export function azureNames(name: string): readonly string[] {
  const plain = name.replace(GLOBAL, '');
  const written = withoutAzureSpelling(plain);
  const azures = plain.replace(/^gpt-3\.5-/, 'gpt-35-');
  return [...new Set([plain, written, azures])];
}

/** Whether a name is in Azure's spelling, which OpenAI does not accept: gpt-35-turbo. */
export function isAzureName(name: string): boolean {
  return /^gpt-35-/i.test(name);
}

/** The name that OpenAI gives it. */
export function withoutAzureSpelling(name: string): string {
  return name.replace(/^gpt-35-/i, 'gpt-3.5-');
}

/** The name without its data zone; undefined if it has none. */
export function withoutZone(name: string): string | undefined {
  return ZONE.test(name) ? name.replace(ZONE, '') : undefined;
}
