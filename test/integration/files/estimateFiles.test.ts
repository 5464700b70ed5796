import assert from 'node:assert/strict';
import {
  commands,
  ConfigurationTarget,
  extensions,
  FileSystemError,
  FileType,
  NotebookCellData,
  NotebookCellKind,
  NotebookEdit,
  Range,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
  type Disposable,
  type FileSystemProvider,
  type Tab,
} from 'vscode';
import { ENCODINGS } from '../../../src/core/tokens/encodings';
import { hostDelays } from '../../support/hostDelays';
import { deleteFolder, estimate, FOLDER, tokensOf, write, writeMany } from '../../support/scans';
import { apiSpend, eventually, openText, resetWindow, workspaceFile } from '../../support/window';

const O200K = 'openai/gpt-5';

function utf16(text: string): Uint8Array {
  const bytes = Array.from(`\ufeff${text}`, (character) => character.charCodeAt(0));
  return new Uint8Array(bytes.flatMap((unit) => [unit & 0xff, unit >> 8]));
}

/** 6 tokens, or 11 if each non-ASCII letter is decoded as a replacement character. */
const GERMAN = 'Straßenbäume für Größen';

function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** Waits for the report's tab, because VS Code lists it some time after creating the panel, and closes it. */
async function closeReport(): Promise<void> {
  const reportTabs = async (): Promise<readonly Tab[]> =>
    window.tabGroups.all
      .flatMap((group) => group.tabs)
      .filter(({ label }) => label.includes('API Spend'));
  await window.tabGroups.close(await eventually(reportTabs, (tabs) => tabs.length > 0));
}

/** Tokens of a file that contains only this text. */
async function tokensAlone(text: string): Promise<number> {
  await write('alone/alone.txt', text);
  const subject = await estimate(workspaceFile(`${FOLDER}/alone/alone.txt`));
  return Object.values(tokensOf(subject))[0] ?? -1;
}

const setExclude = async (value: unknown): Promise<void> =>
  workspace.getConfiguration('files').update('exclude', value, ConfigurationTarget.Workspace);

describe('Estimate Token Count and Cost of Files', () => {
  beforeEach(resetWindow);

  afterEach(async () => {
    await resetWindow();
    await deleteFolder();
  });

  it('counts files of requests request by request, beside texts', async () => {
    const line = (id: string, more: object = {}): string => {
      const body = { model: 'gpt-4o-mini', messages: [{ role: 'user', content: 'hello world' }] };
      return JSON.stringify({ custom_id: id, body: { ...body, ...more } });
    };
    await write('a.md', 'hello world');
    await write(
      'b.jsonl',
      [line('a', { max_tokens: 9 }), line('b'), line('c'), '{"cut'].join('\r\n'),
    );
    await write('c.json', JSON.stringify({ name: 'no request' }));

    const { files, notes = [], groups } = await estimate(workspaceFile(FOLDER));

    const batch = files.find(({ path }) => path === 'b.jsonl');
    assert.deepEqual(
      files.map(({ path, requests }) => [path, requests?.count]),
      [
        ['a.md', undefined],
        ['b.jsonl', 3],
        ['c.json', undefined],
      ],
    );
    assert.equal(batch?.own?.modelId, 'openai/gpt-4o-mini');
    assert.equal(batch.requests?.isBatch, true);
    assert.deepEqual(batch.requests.calls, [{ messages: 1, outputTokens: 9 }, { messages: 1 }]);
    const group = groups.indexOf('o200k_base');
    assert.deepEqual(batch.counts[group], [6, 6, 6, 'exact']);
    assert.deepEqual(batch.requests.badLines, [{ line: 4, reason: 'notJson' }]);
    // One request with an answer of its own, two without, of two tokens each.
    assert.deepEqual(batch.requests.texts[group], [0, 1, 2, 2, 2, 1, 2, 2, 2, 2]);
    assert.ok(notes.includes('Files of API requests, priced request by request: 1'));
    const lines = 'b.jsonl: 1 line is not in the price: line 4';
    assert.ok(notes.some((note) => typeof note === 'string' && note.startsWith(lines)));
  });

  it('counts requests of a file that name several models each on its own', async () => {
    const line = (model: string | undefined): string =>
      JSON.stringify({ model, messages: [{ role: 'user', content: 'hello world' }] });
    const models = ['o1', 'gpt-4o', 'openai/o1', undefined, 'no-such-model'];
    await write('several.jsonl', models.map(line).join('\n'));

    const { files, notes = [] } = await estimate(workspaceFile(FOLDER));

    const [file] = files;
    assert.equal(file?.own, undefined);
    assert.deepEqual(
      file?.requests?.calls.map(({ modelId }) => modelId),
      ['openai/o1', 'openai/gpt-4o', 'openai/o1', undefined, undefined],
    );
    assert.ok(
      notes.includes(
        'several.jsonl: 2 requests name no model of the price table, and are priced on your model',
      ),
      JSON.stringify(notes),
    );
  });

  it('reads files of more than 50 MB in ranges', async () => {
    const text = 'hello world '.repeat(40_000);
    const body = { messages: [{ role: 'user', content: text }] };
    const line = `${JSON.stringify({ custom_id: 'a', body })}\n`;
    await write('large.jsonl', line.repeat(Math.ceil((51 * 1024 * 1024) / line.length)));

    const { files, groups, skipped } = await estimate(workspaceFile(FOLDER));

    assert.deepEqual(skipped, []);
    const [file] = files;
    const times = Math.ceil((51 * 1024 * 1024) / line.length);
    assert.equal(file?.requests?.count, times);
    const group = groups.indexOf('o200k_base');
    // "hello", then " world" and " hello", and the last space.
    assert.equal(file.counts[group]?.[0], times * 80_001);
  });

  it('applies ignore rules, file encodings and unsaved changes when it counts a folder', async () => {
    await write('.gitignore', '*.log\nout/\n');
    await write('a.md', 'one two three');
    await write('b.log', 'left out');
    await write('out/c.md', 'left out');
    await write('deep/.gitignore', '!kept.log\nprivate.txt');
    await write('deep/kept.log', 'one two three');
    await write('deep/private.txt', 'left out');
    await write('hidden/d.md', 'left out');
    await write('picture.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]));
    await write('wide.txt', utf16('one two three'));
    await write('<img src=x onerror=alert(1)>.txt', 'one two three');
    const open = await write('open.txt', 'saved');
    await setExclude({ '**/hidden': true });
    const editor = await window.showTextDocument(await workspace.openTextDocument(open));
    await editor.edit((edit) => edit.replace(new Range(0, 0, 0, 99), 'one two three'));
    const folder = workspaceFile(FOLDER);

    const subject = await estimate(folder, [folder, open, Uri.joinPath(folder, 'deep')]);

    await setExclude(undefined);
    const tokens = tokensOf(subject);
    const equal = [
      '<img src=x onerror=alert(1)>.txt',
      'a.md',
      'deep/kept.log',
      'open.txt',
      'wide.txt',
    ];
    assert.deepEqual(Object.keys(tokens).toSorted(), [
      '<img src=x onerror=alert(1)>.txt',
      'a.md',
      ...equal.slice(2),
    ]);
    for (const path of equal) assert.equal(tokens[path], 3, path);
    assert.deepEqual(subject.skipped, [
      { path: '.gitignore', reason: 'read by git, not by a model' },
      { path: 'deep/.gitignore', reason: 'read by git, not by a model' },
      { path: 'picture.png', reason: 'binary file' },
    ]);
    // Those that are listed with their reasons are not counted here again, but for a picture, which has a price by itself.
    assert.deepEqual(subject.notes, [
      'Pictures, PDFs and recordings, not in the sum: 1 (open one, or name it in a terminal, for its cost as input)',
      'Left out by .gitignore and files.exclude: 4',
    ]);
  });

  it('counts notebook cells without outputs, and damaged notebooks as stored', async () => {
    const notebook = (source: string): string => {
      const outputs = [{ output_type: 'stream', name: 'stdout', text: ['many words\n'] }];
      const metadata = {};
      const cells = [
        { cell_type: 'markdown', metadata, source: ['one two'] },
        { cell_type: 'code', execution_count: 1, metadata, outputs, source: [source] },
      ];
      return JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 });
    };
    await write('stored.ipynb', notebook('three four'));
    await write('broken.ipynb', 'one two three');
    const open = await write('open.ipynb', notebook('three'));
    const document = await workspace.openNotebookDocument(open);
    const edit = new WorkspaceEdit();
    const added = new NotebookCellData(NotebookCellKind.Code, 'four five six', 'python');
    edit.set(open, [NotebookEdit.insertCells(2, [added])]);
    assert.ok(await workspace.applyEdit(edit));
    assert.ok(document.isDirty);
    const subject = await estimate(workspaceFile(FOLDER));
    assert.deepEqual(tokensOf(subject), { 'broken.ipynb': 3, 'open.ipynb': 6, 'stored.ipynb': 4 });
    assert.deepEqual(subject.notes, [
      'Notebooks, counted by their cells without outputs: 2',
      'Damaged notebooks, counted as stored: 1',
    ]);
    await window.showNotebookDocument(document);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('applies the ignore rules of parent folders', async () => {
    await write('.gitignore', '*.log\n/deep/no.txt');
    await write('deep/a.log', 'left out');
    await write('deep/no.txt', 'left out');
    await write('deep/yes.txt', 'one two three');
    const subject = await estimate(workspaceFile(`${FOLDER}/deep`));
    // Without a repository, rules apply from the workspace folder down.
    assert.deepEqual(tokensOf(subject), { 'yes.txt': 3 });
    assert.equal(subject.name, 'deep');
  });

  it('shows the total of the files for each model without an open editor', async () => {
    await write('a.txt', 'one two three');
    await write('b.txt', 'four five');
    const both = await estimate(workspaceFile(FOLDER));
    assert.equal(both.files.length, 2);
    const rows = await eventually(
      async () => (await apiSpend()).reportRows,
      (shown) => shown.length > 50,
    );
    assert.ok(
      rows.includes(`${O200K} $0.0100`) || rows.some((row) => row.startsWith(`${O200K} $0.01`)),
    );
    assert.equal((await tokensAlone('one two three')) + (await tokensAlone('four five')), 5);
  });

  it('releases vocabularies after a scan and after the report is closed', async () => {
    await openText('hello world');
    await write('a.txt', 'one two three');
    const leased = async (): Promise<readonly string[]> => (await apiSpend()).leasedEncodings;
    const few = (encodings: readonly string[]): boolean => encodings.length === 1;
    await estimate(workspaceFile(FOLDER));
    assert.deepEqual(await eventually(leased, few), ['o200k_base']);
    await commands.executeCommand('apiSpend.openReport');
    await eventually(leased, (encodings) => encodings.length === ENCODINGS.length);
    await closeReport();
    assert.deepEqual(await eventually(leased, few), ['o200k_base']);
  });

  it('decodes with the setting files.encoding', async () => {
    const latin = await write('latin.txt', latin1(GERMAN));
    const configuration = workspace.getConfiguration('files');
    await configuration.update('encoding', 'windows1252', ConfigurationTarget.Workspace);
    const subject = await estimate(latin);
    await configuration.update('encoding', undefined, ConfigurationTarget.Workspace);
    assert.equal(Object.values(tokensOf(subject))[0], await tokensAlone(GERMAN));
  });

  it('decodes with files.encoding of one language', async () => {
    const latin = await write('latin.md', latin1(GERMAN));
    const other = await write('latin.txt', latin1(GERMAN));
    const configuration = workspace.getConfiguration('files', { languageId: 'markdown' });
    const setEncoding = async (value: string | undefined): Promise<void> =>
      configuration.update('encoding', value, ConfigurationTarget.Workspace, true);
    await setEncoding('windows1252');
    const subjects = [await estimate(latin), await estimate(other)];
    await setEncoding(undefined);
    assert.deepEqual(
      subjects.map((subject) => Object.values(tokensOf(subject))[0]),
      [6, 11],
    );
  });

  it('estimates the unsaved text of a document', async () => {
    const { document } = await openText('one two three');
    await commands.executeCommand('apiSpend.estimateFiles', document.uri);
    const { reportSubject } = await apiSpend();
    assert.ok(reportSubject);
    assert.deepEqual(Object.values(tokensOf(reportSubject)), [3]);
    await write('x.txt', '');
  });

  it('reports unreadable files and folders of a virtual file system', async () => {
    const registered = lockedFileSystem();
    try {
      const subject = await estimate(Uri.parse('scantest:/top'));
      assert.deepEqual(tokensOf(subject), { 'open.txt': 3 });
      assert.deepEqual(subject.skipped, [
        { path: 'locked', reason: 'no permission to read it' },
        { path: 'locked.txt', reason: 'no permission to read it' },
      ]);
    } finally {
      registered.dispose();
    }
    await write('x.txt', '');
  });

  it('keeps the report when the scan is cancelled', async () => {
    await write('a.txt', 'one two three');
    const shown = await estimate(workspaceFile(`${FOLDER}/a.txt`));
    const text = 'one two three\n'.repeat(100_000);
    await writeMany(40, (file) => [`many/${file}.txt`, text]);
    const leasedCount = async (): Promise<number> => (await apiSpend()).leasedEncodings.length;
    await eventually(leasedCount, (count) => count <= 1);
    const run = commands.executeCommand('apiSpend.estimateFiles', workspaceFile(`${FOLDER}/many`));
    // VS Code shows the notification with the button Cancel before the scan leases its vocabularies.
    await eventually(leasedCount, (count) => count > 1);
    await commands.executeCommand('notification.acceptPrimaryAction');
    await run;
    assert.equal((await apiSpend()).reportSubject, shown);
  });

  it('excludes files by .git/info/exclude and core.excludesFile', async () => {
    await write('repository/.git/info/exclude', '*.mine\n!kept.mine');
    await write('repository/all.ignore', '*.users\nkept.mine');
    await write('repository/a.mine', 'left out');
    await write('repository/a.users', 'left out');
    await write('repository/deep/.gitignore', '!b.mine');
    await write('repository/deep/a.mine', 'left out');
    await write('repository/deep/b.mine', 'one two three');
    await write('repository/kept.mine', 'one two three');
    const excludes = workspaceFile(`${FOLDER}/repository/all.ignore`).fsPath;
    await write('repository/.git/config', `[core]\n\texcludesFile = ${excludes}\n`);
    const all = await estimate(workspaceFile(`${FOLDER}/repository`));
    assert.deepEqual(Object.keys(tokensOf(all)).toSorted(), [
      'all.ignore',
      'deep/b.mine',
      'kept.mine',
    ]);
    const deep = await estimate(workspaceFile(`${FOLDER}/repository/deep`));
    assert.deepEqual(Object.keys(tokensOf(deep)).toSorted(), ['b.mine']);
  });

  it('replaces an older scan with a newer one', async () => {
    const text = 'one two three\n'.repeat(50_000);
    await writeMany(40, (file) => [`many/${file}.txt`, text]);
    const small = await write('a.txt', 'one two three');
    const older = commands.executeCommand(
      'apiSpend.estimateFiles',
      workspaceFile(`${FOLDER}/many`),
    );
    const subject = await estimate(small);
    await older;
    assert.equal((await apiSpend()).reportSubject, subject);
    assert.deepEqual(tokensOf(subject), { 'a.txt': 3 });
  });

  it('counts 5,000 files without blocking the extension host (one version)', async () => {
    const texts = await sourceTexts();
    let bytes = 0;
    await writeMany(5000, (file) => {
      // Short files: this test measures the overhead per file, not the tokenizer.
      const text = (texts[file % texts.length] ?? '').slice(0, 600);
      bytes += text.length;
      return [`many/${file % 100}/${file}.ts`, `// ${file}\n${text}`];
    });
    await write('a.txt', 'one two three');
    await estimate(workspaceFile(`${FOLDER}/a.txt`));
    const delays = hostDelays();
    const started = performance.now();
    const subject = await estimate(workspaceFile(`${FOLDER}/many`));
    const seconds = (performance.now() - started) / 1000;
    const busyMs = delays.end();
    assert.equal(subject.files.length, 5000);
    const figures = {
      filesPerSecond: Math.round(5000 / seconds),
      megabytes: Math.round(bytes / 1e5) / 10,
      seconds: Math.round(seconds * 10) / 10,
      busyMs: [0.5, 0.99, 0.999, 1].map((share) => Math.round(busyMs(share) * 10) / 10),
    };
    console.log(`estimateFiles: ${JSON.stringify(figures)}`);
    // Far above the 6 ms of a slice, because other processes delay the event loop on a busy machine.
    assert.ok(busyMs(0.99) < 50, JSON.stringify(figures));
  });
});

/** The extension's sources, as realistic texts. */
async function sourceTexts(): Promise<readonly string[]> {
  const root = extensions.getExtension('api-spend.api-spend')?.extensionUri;
  assert.ok(root);
  const folder = Uri.joinPath(root, 'src', 'editor');
  const names = await workspace.fs.readDirectory(folder);
  const files = names.filter(([name]) => name.endsWith('.ts'));
  return Promise.all(
    files.map(async ([name]) =>
      new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(folder, name))),
    ),
  );
}

/** A file system with one readable file, one locked file and one locked folder. */
function lockedFileSystem(): Disposable {
  const locked = (uri: Uri): Error => FileSystemError.NoPermissions(uri);
  const refuse = (): never => {
    throw FileSystemError.NoPermissions();
  };
  const provider: FileSystemProvider = {
    onDidChangeFile: () => ({ dispose: () => {} }),
    watch: () => ({ dispose: () => {} }),
    stat(uri) {
      const type = ['/top', '/top/locked'].includes(uri.path) ? FileType.Directory : FileType.File;
      if (!uri.path.startsWith('/top') || uri.path.includes('.git')) {
        throw FileSystemError.FileNotFound(uri);
      }
      return { type, ctime: 0, mtime: 0, size: 13 };
    },
    readDirectory(uri) {
      if (uri.path !== '/top') throw locked(uri);
      return [
        ['open.txt', FileType.File],
        ['locked.txt', FileType.File],
        ['locked', FileType.Directory],
      ];
    },
    readFile(uri) {
      if (uri.path !== '/top/open.txt') throw locked(uri);
      return new TextEncoder().encode('one two three');
    },
    createDirectory: refuse,
    writeFile: refuse,
    delete: refuse,
    rename: refuse,
  };
  return workspace.registerFileSystemProvider('scantest', provider);
}
