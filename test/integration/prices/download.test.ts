import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extensions, Uri, window } from 'vscode';
import { BundledFiles } from '../../../src/editor/prices/bundledFiles';
import { Log } from '../../../src/editor/log';
import { PriceBook } from '../../../src/editor/prices/book';
import { download } from '../../../src/editor/prices/download';
import { tableFile } from '../../support/priceTables';

describe('a price table from a server', () => {
  let server: Server;
  let answer = '';
  let folder: string;
  let book: PriceBook;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'api-spend-prices-'));
    server = createServer((_request, response) => response.end(answer));
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const extension = extensions.getExtension('api-spend.api-spend');
    assert.ok(extension);
    const log = new Log(window.createOutputChannel('API Spend download', { log: true }));
    book = new PriceBook(new BundledFiles(extension.extensionUri, log), Uri.file(folder), log);
  });
  after(() => {
    book.dispose();
    server.close();
    rmSync(folder, { recursive: true });
  });

  async function load(text: string): Promise<string[]> {
    answer = text;
    const { port } = server.address() as AddressInfo;
    const address = new URL(`http://127.0.0.1:${port}/pricing.json`);
    const got = await download(address, fetch, new AbortController().signal);
    assert.ok(got?.ok);
    const { models } = await book.load({ name: address.href, bytes: got.bytes });
    return models.map(({ id, action }) => `${id} ${action}`);
  }

  /** A table of which `acme/one` was checked on a day. */
  function tableOf(checked: string, input: number): string {
    const periods = [{ from: null, to: null, source: 'page', usdPerMillionTokens: { input } }];
    const file = tableFile({ periods }) as { sources: { page: { checked: string } } };
    file.sources.page.checked = checked;
    return JSON.stringify(file);
  }

  async function input(): Promise<number | undefined> {
    const { models } = await book.table();
    return models.find(({ id }) => id === 'acme/one')?.periods[0].rates.input;
  }

  it('is used for the models of which it is newer, until the bundled prices are used again', async () => {
    assert.deepEqual(await load(tableOf('2026-06-01', 6)), ['acme/one added']);
    assert.equal(await input(), 6);
    assert.deepEqual(await load(tableOf('2026-05-01', 5)), ['acme/one kept']);
    assert.equal(await input(), 6);
    assert.deepEqual(await load(tableOf('2026-07-01', 7)), ['acme/one replaced']);
    assert.equal(await input(), 7);
    await assert.rejects(load('{"models": '), /pricing\.json is not JSON/);
    await assert.rejects(load('{"schemaVersion": 99}'), /pricing\.json is not a price table/);
    await assert.rejects(load('<html>'), /is not JSON/);
    assert.equal(await input(), 7, 'a refused table changes nothing');
    assert.equal(await book.useBundled(), true);
    assert.equal(await input(), undefined);
  });
});
