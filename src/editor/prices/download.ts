import type { DownloadProblem } from '../../wording/views/prices';

export type Download =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly problem: DownloadProblem };

export interface DownloadLimits {
  readonly bytes: number;
  /** From the request to the last byte. */
  readonly seconds: number;
}

/** The bundled table has 1.2 MB, a quarter of this. */
export const LIMITS: DownloadLimits = { bytes: 5_000_000, seconds: 20 };

const MOST_REDIRECTS = 3;

/** The address, if it is one that may be requested: https, without a user name or password. */
export function httpsAddress(text: string): URL | undefined {
  const address = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
  const isAllowed =
    address?.protocol === 'https:' && address.username === '' && address.password === '';
  return isAllowed ? address : undefined;
}

/**
 * Requests one file, without credentials. Follows redirects within the host of the address only, because the user was
 * asked for that host.
 *
 * @param request `fetch`, or what a test has in its place.
 * @param signal cancels the request.
 * @returns undefined if cancelled.
 */
export async function download(
  address: URL,
  request: typeof globalThis.fetch,
  signal: AbortSignal,
  limits = LIMITS,
): Promise<Download | undefined> {
  const late = AbortSignal.timeout(limits.seconds * 1000);
  try {
    const answer = await follow(address, request, AbortSignal.any([signal, late]));
    if ('kind' in answer) return { ok: false, problem: answer };
    return await readAll(answer, limits.bytes);
  } catch (error) {
    if (signal.aborted) return undefined;
    const problem = late.aborted
      ? { kind: 'tooSlow' as const, seconds: limits.seconds }
      : networkProblem(error);
    return { ok: false, problem };
  }
}

async function follow(
  address: URL,
  request: typeof globalThis.fetch,
  signal: AbortSignal,
): Promise<Response | DownloadProblem> {
  let at = address;
  for (let redirects = 0; ; redirects++) {
    const answer = await request(at, {
      signal,
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    if (answer.ok) return answer;
    const isRedirect =
      answer.type === 'opaqueredirect' || [301, 302, 303, 307, 308].includes(answer.status);
    if (!isRedirect) return { kind: 'status', status: answer.status };
    const next = targetOf(answer, at);
    if (next?.origin !== address.origin) return { kind: 'redirected', to: next?.host ?? '' };
    if (redirects === MOST_REDIRECTS) return { kind: 'redirectsOften' };
    at = next;
  }
}

function targetOf({ headers }: Response, from: URL): URL | undefined {
  const location = headers.get('location');
  return location !== null && URL.canParse(location, from) ? new URL(location, from) : undefined;
}

async function readAll(answer: Response, mostBytes: number): Promise<Download> {
  const tooLarge = { ok: false, problem: { kind: 'tooLarge', mostBytes } } as const;
  if (Number(answer.headers.get('content-length')) > mostBytes) {
    await answer.body?.cancel();
    return tooLarge;
  }
  const reader = answer.body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const step = await reader?.read();
    if (!step || step.done) return { ok: true, bytes: join(chunks, size) };
    size += step.value.byteLength;
    chunks.push(step.value);
    if (size > mostBytes) {
      await reader?.cancel();
      return tooLarge;
    }
  }
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

/** Codes of Node's errors of certificates, of which the messages advise programmers. */
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME/;

/** Node has the reason in the cause of its "fetch failed"; a browser has none. */
function networkProblem(error: unknown): DownloadProblem {
  const { cause = error } = error instanceof Error ? error : {};
  const { code, message = '' } = cause as Partial<Record<'code' | 'message', string>>;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return { kind: 'unknownHost' };
  if (code === 'ECONNREFUSED') return { kind: 'refused' };
  if (code !== undefined && CERTIFICATE.test(code)) return { kind: 'certificate' };
  return { kind: 'unreachable', reason: message === '' ? String(error) : message };
}
