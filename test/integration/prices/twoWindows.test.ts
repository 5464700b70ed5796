import assert from 'node:assert/strict';
import { extensions, window, workspace, type Uri } from 'vscode';
import { BundledFiles } from '../../../src/editor/prices/bundledFiles';
import { Log } from '../../../src/editor/log';
import { PriceBook } from '../../../src/editor/prices/book';
import { tableFile } from '../../support/tableFile';
import { workspaceFile } from '../../support/window';

describe('the loaded price tables of two windows', () => {
  let storage: Uri;
  let log: Log;
  let files: BundledFiles;
  let one: PriceBook;
  let two: PriceBook;

  before(() => {
    const extension = extensions.getExtension('api-spend.api-spend');
    assert.ok(extension);
    storage = workspaceFile('two-windows');
    log = new Log(window.createOutputChannel('API Spend two windows', { log: true }));
    files = new BundledFiles(extension.extensionUri, log);
  });
  beforeEach(() => {
    [one, two] = [new PriceBook(files, storage, log), new PriceBook(files, storage, log)];
  });
  afterEach(async () => {
    await one.useBundled();
    for (const book of [one, two]) book.dispose();
  });
  after(async () => {
    files.dispose();
    log.dispose();
    await workspace.fs.delete(storage, { recursive: true });
  });

  const load = async (book: PriceBook, id: string): Promise<unknown> => {
    const bytes = new TextEncoder().encode(JSON.stringify(tableFile({ id })));
    return book.load({ name: `${id}.json`, bytes });
  };

  const idsOf = async (book: PriceBook): Promise<readonly string[]> => {
    const { models } = await book.table();
    return models.map(({ id }) => id).filter((id) => id.startsWith('acme/'));
  };

  it('are all kept when both load one at the same time', async () => {
    await load(one, 'first');
    await Promise.all([load(one, 'left'), load(two, 'right')]);
    for (const book of [one, two, new PriceBook(files, storage, log)])
      assert.deepEqual((await idsOf(book)).toSorted(), ['acme/first', 'acme/left', 'acme/right']);
  });

  it('are in force in the other window once the user turns to it', async () => {
    assert.deepEqual(await idsOf(two), []);
    let changes = 0;
    two.onDidChange(() => changes++);
    await two.lookAgain();
    assert.equal(changes, 0, 'nothing has changed');
    await load(one, 'first');
    await two.lookAgain();
    assert.equal(changes, 1);
    assert.deepEqual(await idsOf(two), ['acme/first']);
    await one.useBundled();
    await two.lookAgain();
    assert.deepEqual(await idsOf(two), []);
    assert.equal(changes, 2);
  });

  it('can be removed by one while the other reads them', async () => {
    await load(one, 'first');
    const [ids] = await Promise.all([idsOf(two), one.useBundled()]);
    assert.ok(ids.length <= 1);
    await two.lookAgain();
    assert.deepEqual(await idsOf(two), []);
  });
});
