import assert from 'node:assert/strict';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { download, httpsAddress, type Download } from '../../../../src/editor/prices/download';
import { describeDownloadProblem } from '../../../../src/wording/views/prices';
import { ENGLISH } from '../../../../src/wording/words';

const LIMITS = { bytes: 1000, seconds: 20 };

describe('a file from a web address', () => {
  const servers: Server[] = [];
  /** Paths in the order of the requests. */
  let requested: string[] = [];

  beforeEach(() => (requested = []));
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });

  async function serve(answer: RequestListener): Promise<URL> {
    const server = createServer((request, response) => {
      requested.push(`${request.headers.host?.split(':')[0]}${request.url}`);
      answer(request, response);
    });
    servers.push(server);
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/pricing.json`);
  }

  async function get(
    address: URL,
    limits = LIMITS,
    signal = new AbortController().signal,
  ): Promise<Download | undefined> {
    return download(address, fetch, signal, limits);
  }

  /** The sentence for the user. */
  function problem(result: Download | undefined): string {
    assert.ok(result && !result.ok);
    return describeDownloadProblem(ENGLISH, 'a.test', result.problem);
  }

  it('is read as it is, in one request without cookies', async () => {
    const bytes = new Uint8Array(1000).map((_, index) => index % 256);
    const address = await serve((request, response) => {
      assert.equal(request.method, 'GET');
      assert.deepEqual([request.headers.cookie, request.headers.referer], [undefined, undefined]);
      response.end(bytes);
    });
    assert.deepStrictEqual(await get(address), { ok: true, bytes });
    assert.deepStrictEqual(requested, ['127.0.0.1/pricing.json']);
  });

  it('is refused over the size limit, whether the server states the size or not', async () => {
    const stated = await serve((_request, response) => {
      response.setHeader('content-length', 1001);
      response.end(new Uint8Array(1001));
    });
    const endless = await serve((_request, response) => {
      const write = (): void => {
        while (!response.destroyed && response.write(new Uint8Array(300)));
        response.once('drain', write);
      };
      write();
    });
    const message = 'The answer of a.test has more than 0.001 MB. No price has changed.';
    assert.equal(problem(await get(stated)), message);
    assert.equal(problem(await get(endless)), message);
  });

  it('is refused over the time limit, before the answer and within it', async () => {
    const silent = await serve(() => undefined);
    const stuck = await serve((_request, response) => void response.write('{'));
    for (const address of [silent, stuck]) {
      const result = await get(address, { ...LIMITS, seconds: 0.05 });
      assert.match(problem(result), /^a\.test has not answered in full within 0\.05 seconds\./);
    }
  });

  it('can be cancelled', async () => {
    const cancel = new AbortController();
    const address = await serve(() => cancel.abort());
    assert.equal(await get(address, LIMITS, cancel.signal), undefined);
  });

  it('is redirected within its host, and not requested from another', async () => {
    const address = await serve(({ url }, response) => {
      if (url === '/new.json') response.end('{}');
      else response.writeHead(302, { location: '/new.json' }).end();
    });
    const result = await get(address);
    assert.ok(result?.ok);
    assert.equal(new TextDecoder().decode(result.bytes), '{}');
    const other = await serve((_request, response) => response.end('{}'));
    requested = [];
    const away = await serve((_request, response) => {
      response.writeHead(301, { location: other.href }).end();
    });
    assert.equal(
      problem(await get(away)),
      `a.test redirects to ${other.host}, which was not requested. Set that address if you trust it. No price has changed.`,
    );
    assert.deepStrictEqual(requested, ['127.0.0.1/pricing.json']);
    const circle = await serve((_request, response) => {
      response.writeHead(307, { location: '/' }).end();
    });
    assert.equal(
      problem(await get(circle)),
      'a.test redirects again and again. Set the final address. No price has changed.',
    );
    const hidden = { type: 'opaqueredirect', status: 0, ok: false, headers: new Headers() };
    const inBrowser = async (): Promise<Response> => Promise.resolve(hidden as Response);
    const answer = await download(away, inBrowser, new AbortController().signal);
    assert.equal(problem(answer), 'a.test redirects. Set the final address. No price has changed.');
  });

  it('is missing, or its server is', async () => {
    const missing = await serve((_request, response) => response.writeHead(404).end());
    assert.equal(
      problem(await get(missing)),
      'a.test answered with the status 404. No price has changed.',
    );
    const closed = await serve(() => undefined);
    servers.pop()?.close();
    assert.equal(
      problem(await get(closed)),
      'a.test cannot be reached: nothing answers at this address. No price has changed.',
    );
  });

  it('has a server that is not known, or not trusted; the reason is ours, not advice for programmers', async () => {
    const failed = async (code: string, message: string): Promise<string> => {
      const cause = Object.assign(new Error(message), { code });
      const request = async (): Promise<Response> =>
        Promise.reject(new TypeError('fetch failed', { cause }));
      const { signal } = new AbortController();
      return problem(await download(new URL('https://a.test/'), request, signal));
    };
    const advice = 'self-signed certificate; try running Node.js with --use-system-ca';
    for (const code of [
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      'CERT_HAS_EXPIRED',
      'ERR_TLS_CERT_ALTNAME_INVALID',
    ]) {
      assert.equal(
        await failed(code, advice),
        'The certificate of a.test is not one that VS Code trusts; nothing was requested. No price has changed.',
      );
    }
    assert.match(
      await failed('ENOTFOUND', 'getaddrinfo'),
      /^The name a\.test is not known in the network\./,
    );
    assert.match(await failed('EPIPE', 'broken pipe'), /^a\.test cannot be reached: broken pipe\./);
  });

  it('has an https address without a password', () => {
    const addresses = [
      'https://example.com/pricing.json',
      ' https://example.com ',
      'http://example.com/pricing.json',
      'https://user:password@example.com/',
      'file:///etc/passwd',
      'example.com',
      'https:',
      '',
    ];
    assert.deepStrictEqual(
      addresses.map((address) => httpsAddress(address)?.href),
      ['https://example.com/pricing.json', 'https://example.com/', ...Array(6).fill(undefined)],
    );
  });
});
