// What goes wrong around the extension: each is told with what to do, and nothing is lost.
import assert from 'node:assert/strict';
import {
  commands,
  ConfigurationTarget,
  extensions,
  Uri,
  window,
  workspace,
  type Disposable,
  type Webview,
} from 'vscode';
import type { PriceTable } from '../../src/core/pricing/table/priceTable';
import type { Readout } from '../../src/editor/live/readout';
import { textOf } from '../../src/editor/subject/subject';
import { HumanError } from '../../src/editor/errors';
import type { Logger } from '../../src/editor/log';
import { PageConnection } from '../../src/editor/report/connection';
import { writeExport } from '../../src/editor/report/exports';
import { updateSetting } from '../../src/editor/settings/write';
import type { RequestHandlers } from '../../src/protocol/requests';
import { TestDisk } from '../support/fullDisk';
import { liveParts, type LiveParts } from '../support/liveParts';
import {
  apiSpend,
  eventually,
  openText,
  resetWindow,
  setSetting,
  statusText,
  workspaceFile,
  writeWorkspaceFile,
} from '../support/window';

const DAY_MS = 86_400_000;
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A table that gives o1 another price. @param checked the day on which it was looked at. */
function tableOf(checked: string, input: number, schemaVersion = 2): string {
  return JSON.stringify({
    schemaVersion,
    currency: 'USD',
    sources: { page: { url: 'https://example.com/prices', checked } },
    providers: [
      {
        id: 'openai',
        name: 'OpenAI',
        models: [
          {
            id: 'o1',
            name: 'o1',
            tokenizer: { encoding: 'o200k_base', accuracy: 'exact', evidence: 'test' },
            periods: [
              {
                from: '2024-12-17',
                to: null,
                source: 'page',
                usdPerMillionTokens: { input, output: 1 },
              },
            ],
          },
        ],
      },
    ],
  });
}

const today = (): string => new Date().toISOString().slice(0, 10);

function inputOfO1({ models }: PriceTable): number | undefined {
  const o1 = models.find(({ id }) => id === 'openai/o1');
  return o1?.periods.at(-1)?.rates.input;
}

async function readoutOf({ live, tracker }: LiveParts, wanted: Readout['kind']): Promise<Readout> {
  const { activeTextEditor } = window;
  assert.ok(activeTextEditor);
  tracker.set(textOf(activeTextEditor.document, []));
  return eventually(
    () => live.readout,
    ({ kind }) => kind === wanted,
    60_000,
  );
}

describe('faults', () => {
  beforeEach(async () => {
    await resetWindow({ model: 'openai/o1' });
    await openText('hello world');
    await statusText('$0.0300 · 2 tokens');
  });
  after(resetWindow);

  describe('of files that ship with the extension', () => {
    const { fs } = workspace;
    const shipped = ['pricing.json', 'media/vocabularies'];
    let root: Uri;
    let parts: LiveParts;

    beforeEach(async () => {
      const extension = extensions.getExtension('api-spend.api-spend');
      assert.ok(extension);
      root = workspaceFile('shipped');
      await fs.createDirectory(Uri.joinPath(root, 'media'));
      for (const name of shipped)
        await fs.copy(Uri.joinPath(extension.extensionUri, name), Uri.joinPath(root, name));
      parts = liveParts({ root });
    });
    afterEach(async () => {
      parts.dispose();
      await fs.delete(root, { recursive: true });
    });

    for (const file of ['pricing.json', 'media/vocabularies/o200k.bin']) {
      const damages: readonly (readonly [
        string,
        (uri: Uri, whole: Uint8Array) => Thenable<void>,
      ])[] = [
        ['missing', (uri) => fs.delete(uri)],
        ['cut', (uri, whole) => fs.writeFile(uri, whole.slice(0, 10_000))],
      ];
      for (const [damage, apply] of damages) {
        it(`as ${file} that is ${damage}, are told until they are mended`, async () => {
          const uri = Uri.joinPath(root, file);
          const whole = await fs.readFile(uri);
          await apply(uri, whole);
          const readout = await readoutOf(parts, 'problem');
          const name = file.slice(file.lastIndexOf('/') + 1);
          assert.equal(
            readout.kind === 'problem' && readout.message,
            `${name}, a file of API Spend, is missing or damaged. Install API Spend again.`,
          );
          await fs.writeFile(uri, whole);
          const mended = await readoutOf(parts, 'ready');
          assert.equal(mended.kind === 'ready' && mended.result.current().count.tokens, 2);
        });
      }
    }
  });

  describe('of loaded price tables', () => {
    const { fs } = workspace;
    let storage: Uri;
    let parts: LiveParts;

    beforeEach(async () => {
      storage = workspaceFile('storage');
      await fs.createDirectory(Uri.joinPath(storage, 'prices'));
      parts = liveParts({ storage });
    });
    afterEach(async () => {
      parts.dispose();
      await fs.delete(storage, { recursive: true });
    });

    async function save(name: string, content: string): Promise<void> {
      await fs.writeFile(Uri.joinPath(storage, 'prices', name), bytesOf(content));
    }

    it('that are damaged, or folders, leave the others', async () => {
      await save('000000.json', '{"schemaVersion": 2');
      await save('000001.json', tableOf(today(), 7));
      await fs.createDirectory(Uri.joinPath(storage, 'prices', '000002.json'));
      await save('000003.json', '');
      const table = await parts.prices.table();
      assert.equal(inputOfO1(table), 7);
      assert.ok(table.models.length > 100);
    });

    it('whose folder is a file, leave the bundled prices', async () => {
      const prices = Uri.joinPath(storage, 'prices');
      await fs.delete(prices, { recursive: true });
      await fs.writeFile(prices, bytesOf('x'));
      assert.equal(inputOfO1(await parts.prices.table()), 15);
    });

    it('of version 0.1.0 keep their prices', async () => {
      await save('000000.json', tableOf(today(), 8, 1));
      assert.equal(inputOfO1(await parts.prices.table()), 8);
    });

    it('keep their prices when the clock is set back before the day on which they were checked', async () => {
      const tomorrow = new Date(Date.now() + 2 * DAY_MS).toISOString().slice(0, 10);
      await save('000000.json', tableOf(tomorrow, 9));
      assert.equal(inputOfO1(await parts.prices.table()), 9);
      const refused = parts.prices.load({ name: 'new', bytes: bytesOf(tableOf(tomorrow, 10)) });
      await assert.rejects(refused, HumanError);
    });
  });

  describe('of a disk', () => {
    let disk: TestDisk;
    let registered: Disposable;
    const file = Uri.parse('apispendtest:/report.csv');

    beforeEach(() => {
      disk = new TestDisk();
      registered = workspace.registerFileSystemProvider('apispendtest', disk);
    });
    afterEach(() => registered.dispose());

    it('that is full keep the export that was there, and say what to do', async () => {
      assert.equal(await writeExport(file, 'old report'), 'Saved report.csv');
      disk.freeBytes = 3;
      await assert.rejects(writeExport(file, 'another report'), (error: Error) => {
        assert.ok(error instanceof HumanError);
        assert.match(error.message, /^report\.csv could not be saved, .* Make room on the disk/);
        return /ENOSPC/.test(error.message);
      });
      assert.deepEqual([...disk.files.keys()], ['/report.csv']);
      assert.equal(new TextDecoder().decode(disk.files.get('/report.csv')), 'old report');
      disk.freeBytes = Infinity;
      await writeExport(file, 'another report');
      assert.equal(new TextDecoder().decode(disk.files.get('/report.csv')), 'another report');
    });

    for (const [fault, apply] of [
      ['full', () => (disk.freeBytes = 5)],
      ['read-only', () => (disk.isReadOnly = true)],
    ] as const) {
      it(`that is ${fault} keep the prices in use, and say what to do`, async () => {
        const parts = liveParts({ storage: Uri.parse('apispendtest:/') });
        try {
          await parts.prices.load({ name: 'one', bytes: bytesOf(tableOf(today(), 3)) });
          apply();
          const loading = parts.prices.load({ name: 'two', bytes: bytesOf(tableOf(today(), 4)) });
          await assert.rejects(loading, (error: Error) => {
            assert.ok(error instanceof HumanError, String(error));
            return /cannot be saved for the next start.*its disk is not full/.test(error.message);
          });
          assert.equal(inputOfO1(await parts.prices.table()), 3);
          const [kept = '', ...others] = disk.files.keys();
          assert.match(kept, /^\/prices\/000000-\w+\.json$/);
          assert.deepEqual(others, []);
        } finally {
          parts.dispose();
        }
      });
    }

    it('whose files change while they are scanned, count what they read and tell the others', async () => {
      disk.folders.add('/top');
      for (const name of ['a', 'b', 'c', 'd'])
        disk.files.set(`/top/${name}.txt`, bytesOf('one two three'));
      disk.beforeRead = (path) => {
        if (path.endsWith('b.txt')) disk.files.delete(path);
        if (path.endsWith('c.txt')) disk.folders.add(path);
        if (path.endsWith('d.txt')) disk.files.set(path, bytesOf('one two three four'));
      };
      await commands.executeCommand('apiSpend.estimateFiles', Uri.parse('apispendtest:/top'));
      const { reportSubject } = await apiSpend();
      assert.ok(reportSubject);
      assert.deepEqual(
        reportSubject.files.map(({ path, counts }) => [path, counts[0]?.[0]]),
        [
          ['a.txt', 3],
          ['d.txt', 4],
        ],
      );
      assert.deepEqual(reportSubject.skipped.map(({ path }) => path).toSorted(), [
        'b.txt',
        'c.txt',
      ]);
    });
  });

  describe('of settings files', () => {
    const settings = '.vscode/settings.json';
    beforeEach(async () => writeWorkspaceFile(settings, bytesOf('{}')));
    afterEach(async () => workspace.fs.delete(workspaceFile(settings)));

    it('that are broken leave the cost, and say where to look when a setting is saved', async () => {
      await writeWorkspaceFile(settings, bytesOf('{ "apiSpend.scenario.outputTokens": 100, ]]] "'));
      // What can be read of it applies: 2 x 15 + 100 x 60 millionths.
      await statusText('$0.00603 · 2 tokens');
      const configuration = workspace.getConfiguration('apiSpend', null);
      const saving = updateSetting(configuration, 'model', 'o1', ConfigurationTarget.Workspace);
      await assert.rejects(saving, (error: Error) => {
        assert.ok(error instanceof HumanError, String(error));
        assert.equal(error.actions.length, 1);
        return error.message.startsWith('The setting apiSpend.model could not be saved. Check');
      });
      await writeWorkspaceFile(settings, bytesOf('{ "apiSpend.scenario.outputTokens": 200 }'));
      // 2 x 15 + 200 x 60.
      await statusText('$0.0120 · 2 tokens');
    });

    it('are read with the scope of each setting, so that the log of VS Code has no warnings', async () => {
      const real = workspace.getConfiguration;
      const extension = extensions.getExtension('api-spend.api-spend');
      assert.ok(extension);
      const { contributes } = extension.packageJSON as {
        contributes: { configuration: { properties: Record<string, { scope?: string }> }[] };
      };
      const scopes = new Map(
        contributes.configuration.flatMap(({ properties }) =>
          Object.entries(properties).map(([key, { scope }]) => [key, scope ?? 'window'] as const),
        ),
      );
      const wrong = new Set<string>();
      let reads = 0;
      workspace.getConfiguration = (section, scope) => {
        const found = real(section, scope);
        const note = (key: string): void => {
          reads++;
          const kind = scopes.get(`${section}.${key}`);
          if (kind === 'resource' && scope === undefined) wrong.add(`${key} without a scope`);
          if (kind === 'window' && scope) wrong.add(`${key} with a scope`);
        };
        return {
          ...found,
          get: (key: string, standard?: unknown) => {
            note(key);
            return found.get(key, standard);
          },
          inspect: (key: string) => {
            note(key);
            return found.inspect(key);
          },
        } as typeof found;
      };
      try {
        await setSetting('scenario.outputTokens', 100);
        await statusText('$0.00603 · 2 tokens');
        await (await apiSpend()).compare();
        await setSetting('scenario.outputTokens', undefined);
        await statusText('$0.0300 · 2 tokens');
      } finally {
        workspace.getConfiguration = real;
      }
      assert.ok(reads > 20, `${reads} reads`);
      assert.deepEqual([...wrong], []);
    });
  });

  it('of a page that is closed before it is answered, are in the log alone', async () => {
    const logged: string[] = [];
    let receive: (message: unknown) => void = () => undefined;
    const webview = {
      onDidReceiveMessage: (listener: typeof receive) => (receive = listener),
      postMessage: async () => Promise.reject(new Error('Unknown webview handle')),
    } as unknown as Webview;
    const log = { debug: (line: string) => logged.push(line) } as unknown as Logger;
    const handlers: Partial<RequestHandlers> = { restoreModel: async () => Promise.resolve(null) };
    const page = new PageConnection(webview, log, {
      handlers: handlers as RequestHandlers,
      receive: () => undefined,
      failed: () => undefined,
    });
    page.send({ type: 'hint', text: 'a' });
    receive({ type: 'request', id: '1', name: 'restoreModel', body: {} });
    await eventually(
      () => logged.length,
      (lines) => lines === 2,
    );
  });

  it('of a page that is killed while it computes, is followed by a page that has all of it', async () => {
    await commands.executeCommand('apiSpend.openReport');
    // Its page is not there yet, or prices its first rows.
    await commands.executeCommand('workbench.action.webview.reloadWebviewAction');
    const rows = await eventually(
      async () => (await apiSpend()).reportRows.length,
      (length) => length > 0,
      120_000,
    );
    await setSetting('scenario.outputTokens', 100);
    await commands.executeCommand('workbench.action.webview.reloadWebviewAction');
    await eventually(
      async () => (await apiSpend()).reportRows,
      (shown) => shown.length === rows && shown.some((row) => row === 'openai/o1 $0.00603'),
      120_000,
    );
  });
});
