import { Uri, type CancellationToken } from 'vscode';
import * as v from 'valibot';
import type { Estimate, TokenCount } from '../../../api';
import { abortSignal } from '../abortSignal';
import { countedIn, describeCounting } from '../../wording/count';
import { OPTION_RULES, TEXT_NOT_STRING, wrongOption } from '../../wording/programs/programs';
import { wordsOf } from '../words';
import { rankEstimates } from '../../core/estimate/ranking';
import { parseInstant } from '../../core/pricing/instant';
import { ENCODINGS } from '../../core/tokens/encodings';
import { exactCount } from '../../core/tokens/tokenCount';
import { plainCount, plainEstimate } from './plainEstimate';
import { RequestError } from './requestError';
import type { PriceRequest, TextEstimates, TextRequest } from './texts';

const callFields = {
  languageId: v.optional(v.string()),
  resource: v.optional(v.custom<Uri>((value) => value instanceof Uri, OPTION_RULES.resource)),
  signal: v.optional(v.instance(AbortSignal, OPTION_RULES.signal)),
  token: v.optional(v.custom<CancellationToken>(isToken, OPTION_RULES.token)),
};
const pricingFields = {
  ...callFields,
  scenario: v.optional(v.record(v.string(), v.unknown())),
  at: v.optional(
    v.pipe(v.unknown(), v.transform(instantOf), v.custom<number>(isTime, OPTION_RULES.at)),
  ),
  caching: v.optional(v.boolean()),
};
const countSchema = v.pipe(
  v.strictObject({
    ...callFields,
    model: v.optional(v.string()),
    encoding: v.optional(v.picklist(ENCODINGS)),
  }),
  v.check(
    ({ model, encoding }) => model === undefined || encoding === undefined,
    OPTION_RULES.modelOrEncoding,
  ),
);
const estimateSchema = v.strictObject({ ...pricingFields, model: v.optional(v.string()) });
const compareSchema = v.strictObject({
  ...pricingFields,
  models: v.optional(
    v.union([
      v.picklist(['current', 'all'] as const),
      v.pipe(v.array(v.string()), v.minLength(1, OPTION_RULES.models)),
    ]),
  ),
});

/** `count` of the API. @throws {RequestError} if an option is invalid or a model is unknown. */
export async function countFor(
  texts: TextEstimates,
  text: string,
  given: unknown,
): Promise<TokenCount> {
  const { model, encoding, ...rest } = parse(countSchema, given);
  const request = textRequest(text, rest);
  if (encoding !== undefined) {
    const tokens = await texts.countInEncoding(request, encoding);
    return plainCount(exactCount(tokens), countedIn(wordsOf(), encoding));
  }
  const counted = await texts.countForModel(request, model);
  return plainCount(counted.count, describeCounting(wordsOf(), counted.model));
}

/** `estimate` of the API. @throws {RequestError} as `countFor`. */
export async function estimateFor(
  texts: TextEstimates,
  text: string,
  given: unknown,
): Promise<Estimate> {
  const { model, ...rest } = parse(estimateSchema, given);
  const models = model === undefined ? undefined : [model];
  const [only] = await price(texts, { ...priceRequest(text, rest), models }, rest.caching);
  if (!only) throw new RangeError('no model was priced');
  return only;
}

/** `compare` of the API. @throws {RequestError} as `countFor`. */
export async function compareFor(
  texts: TextEstimates,
  text: string,
  given: unknown,
): Promise<readonly Estimate[]> {
  const { models = 'current', ...rest } = parse(compareSchema, given);
  return price(texts, { ...priceRequest(text, rest), models }, rest.caching);
}

async function price(
  texts: TextEstimates,
  request: PriceRequest,
  caching?: boolean,
): Promise<readonly Estimate[]> {
  const { estimates, settings, named } = await texts.estimate(request);
  const resolvedFrom = new Map(
    named.filter(({ how }) => how !== 'exact').map(({ name, model }) => [model.id, name]),
  );
  return Object.freeze(
    rankEstimates(estimates).map((estimate) =>
      plainEstimate(
        estimate,
        settings,
        wordsOf(settings),
        resolvedFrom.get(estimate.model.id),
        caching,
      ),
    ),
  );
}

function priceRequest(
  text: unknown,
  { scenario, at, ...options }: PricingInput,
): Omit<PriceRequest, 'models'> {
  return { ...textRequest(text, options), scenario: scenario ?? {}, atMs: at ?? Date.now() };
}

type CallInput = v.InferOutput<v.StrictObjectSchema<typeof callFields, undefined>>;
type PricingInput = v.InferOutput<v.StrictObjectSchema<typeof pricingFields, undefined>>;

function textRequest(
  text: unknown,
  { languageId, resource, signal, token }: CallInput,
): TextRequest {
  if (typeof text !== 'string') throw new RequestError('invalidArgument', TEXT_NOT_STRING);
  return {
    parts: [{ text, languageId: languageId ?? 'plaintext' }],
    resource,
    signal: AbortSignal.any([...(signal ? [signal] : []), ...(token ? [abortSignal(token)] : [])]),
  };
}

/** @throws {RequestError} that names the first option that is wrong. */
function parse<const Schema extends v.GenericSchema>(
  schema: Schema,
  options: unknown,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, options ?? {});
  if (result.success) return result.output;
  const [issue] = result.issues;
  const path = v.getDotPath(issue) ?? 'options';
  throw new RequestError('invalidArgument', wrongOption(path, issue.message));
}

/** Dates and instants as milliseconds since 1970; other values stay as they are, for `isTime` to refuse. */
function instantOf(at: unknown): unknown {
  if (at instanceof Date) return at.getTime();
  return typeof at === 'string' ? (parseInstant(at) ?? at) : at;
}

function isToken(value: unknown): value is CancellationToken {
  return (
    typeof value === 'object' &&
    value !== null &&
    'isCancellationRequested' in value &&
    'onCancellationRequested' in value
  );
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && !Number.isNaN(new Date(value).getTime());
}
