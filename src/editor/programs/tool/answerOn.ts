import type { PriceRequest, TextEstimates } from '../texts';
import { toolAnswer } from './answer';
import type { ToolText } from './file';
import type { ToolInput } from './input';
import { priceRequests, readRequests } from './requests';
import { requestsAnswer } from './requestsAnswer';

/** What a language model asks about a text. */
type Asked = Pick<ToolInput, 'models' | 'limit' | 'scenario'> &
  Pick<PriceRequest, 'atMs' | 'signal'>;

/** The estimates in Markdown for a language model: of a text, or of each API request in a file. */
export async function answerOn(
  texts: TextEstimates,
  counted: ToolText,
  { limit, ...asked }: Asked,
  version: string,
): Promise<string> {
  const { parts, samples, file } = counted;
  const request = { ...asked, parts, samples, resource: file?.uri };
  const requests = await readRequests(counted, asked.signal);
  return requests
    ? requestsAnswer(await priceRequests(texts, requests, request), { ...asked, limit }, version)
    : toolAnswer(counted, await texts.estimate(request), { ...asked, limit }, version);
}
