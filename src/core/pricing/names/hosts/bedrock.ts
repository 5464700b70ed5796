/**
 * Ids of Amazon Bedrock: `[region.]maker.model[-v1[:0]]`.
 *
 * Sources: https://docs.aws.amazon.com/bedrock/latest/userguide/models-supported.html,
 * https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html
 */

/** Prefixes of inference profiles. Their prices differ: `global.` is often cheaper than `us.` and `eu.`. */
const REGIONS = ['us', 'eu', 'apac', 'jp', 'au', 'ca', 'us-gov', 'global'] as const;

const REGION = new RegExp(`^(?:${REGIONS.join('|')})\\.`);
const MAKER =
  /^(ai21|amazon|anthropic|cohere|deepseek|google|luma|meta|minimax|mistral|moonshot|moonshotai|nvidia|openai|qwen|stability|twelvelabs|writer|zai)\./;
/** In claude-v2 and claude-v2:1 the version is the model's own, as there is no other number. */
const VERSION_TAIL = /-v\d+:0$|(?<=\d[^:]*)-v\d+$/;
/** Where LiteLLM sends a request: `bedrock/converse/…`; not part of the model. */
const ROUTE = /^(?:converse|converse_like|invoke|async_invoke|messages)\//;
const LOCATION = /^[a-z]{2}(?:-gov)?-[a-z]+-\d\//;
/**
 * Where the price of the plain id applies: AWS lists N. Virginia and Oregon together, and LiteLLM has the same price for
 * each of the 31 models that it has with and without one of them.
 */
const LISTED_LOCATION = /^us-(?:east-1|west-2)\//;

/** Whether a name has Bedrock's form, with or without a region. */
export function isBedrockName(name: string): boolean {
  return MAKER.test(name.replace(REGION, ''));
}

/** Amazon's own models without the maker, as people call them. */
const OWN = /^nova-(?:2-)?(?:micro|lite|pro|premier|sonic)(?=$|-v\d)/i;

/** Whether a name is that of one of Amazon's own models: nova-pro, which is amazon.nova-pro-v1:0. */
export function isAmazonsOwn(name: string): boolean {
  return OWN.test(name);
}

/**
 * The forms in which libraries write an id: without the maker, the number after the colon, or the version. The region
 * stays, and a number other than 0 after the colon is another model. Example: us.anthropic.claude-opus-4-5-20251101-v1:0 also as us.claude-opus-4-5-20251101-v1.
 */
export function looseBedrockNames(id: string): readonly string[] {
  const region = REGION.exec(id)?.[0] ?? '';
  const full = id.slice(region.length);
  const bare = full.replace(MAKER, '');
  const forms = [full, bare].flatMap((name) => [
    name,
    name.replace(/:0$/, ''),
    name.replace(VERSION_TAIL, ''),
  ]);
  return [...new Set(forms.map((form) => region + form))].filter((form) => form !== id);
}

/** A name in its parts: `us.`, and the rest without the maker. */
export function bedrockParts(name: string): { readonly region: string; readonly model: string } {
  const region = REGION.exec(name)?.[0] ?? '';
  return { region, model: name.slice(region.length).replace(MAKER, '') };
}

/** A name without LiteLLM's route, and without the locations whose price the plain id has. */
export function withoutRoute(name: string): string {
  return name.replace(ROUTE, '').replace(LISTED_LOCATION, '');
}

/**
 * The names of the same model with other regions and without one; empty if the name has no region and no location of
 * AWS (`us-east-1/…` in LiteLLM).
 */
export function otherRegions(name: string): readonly string[] {
  const plain = withoutRoute(name).replace(LOCATION, '').replace(REGION, '');
  return [plain, ...REGIONS.map((region) => `${region}.${plain}`)].filter((each) => each !== name);
}
