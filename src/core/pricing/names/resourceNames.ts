/** A model in the resource name of a cloud. */
export interface Resource {
  /** Prefix of the provider that bills it, for `splitPrefix`. */
  readonly prefix: string;
  readonly model: string;
}

const PATTERNS: readonly (readonly [RegExp, string])[] = [
  // https://ai.google.dev/api/models: models/gemini-2.5-flash
  [/^models\/([^/]+)$/, 'google'],
  // https://cloud.google.com/vertex-ai/generative-ai/docs/reference/rest: projects/P/locations/L/publishers/google/models/M
  [/^(?:projects\/[^/]+\/locations\/[^/]+\/)?publishers\/[^/]+\/models\/([^/]+)$/, 'google-vertex'],
  // https://docs.fireworks.ai/api-reference: accounts/fireworks/models/M, and a maker's own account
  [/^accounts\/(?:fireworks|yi-01-ai)\/models\/([^/]+)$/, 'fireworks'],
  // https://developers.cloudflare.com/workers-ai/models: @cf/meta/M, @hf/thebloke/M; nobody else writes so
  [/^(@(?:cf|hf)\/.+)$/, 'cloudflare'],
  // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrock.html
  [/^arn:aws[\w-]*:bedrock:[\w-]*:\d*:(?:foundation-model|inference-profile)\/(.+)$/, 'amazon'],
];

/** The model that a resource name of a cloud ends with; undefined for other names. */
export function parseResource(name: string): Resource | undefined {
  for (const [pattern, prefix] of PATTERNS) {
    const model = pattern.exec(name)?.[1];
    if (model !== undefined) return { prefix, model };
  }
  return undefined;
}
