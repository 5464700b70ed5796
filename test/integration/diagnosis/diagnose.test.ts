import assert from 'node:assert/strict';
import { commands, version, window, workspace } from 'vscode';
import {
  eventually,
  openText,
  resetWindow,
  setSetting,
  statusText,
  workspaceFile,
} from '../../support/window';

const SECRET = 'SECRETWORD';

describe('Diagnose', () => {
  before(async () => resetWindow());
  after(async () => resetWindow());

  it('opens a document with versions, checks, times and problems, and nothing of the user', async () => {
    await openText(`${SECRET} is the word`);
    await statusText(/./);
    await setSetting('model', SECRET);
    const [folder] = workspace.workspaceFolders ?? [];
    // No such model: an error, of which the user is told with the value of the setting.
    await commands.executeCommand('apiSpend.estimateFiles', folder?.uri);
    // No such file: an error of VS Code, whose message has the path.
    const path = `/home/ann's ${SECRET}/"${SECRET}" ${SECRET}/${SECRET} plan.json`;
    const missing = workspaceFile('.').with({ path });
    await commands.executeCommand('apiSpend.updatePrices', missing);
    await commands.executeCommand('apiSpend.diagnose');
    const text = await eventually(
      () => window.activeTextEditor?.document.getText() ?? '',
      (found) => found.startsWith('# API Spend'),
    );
    assert.ok(text.includes(version), text);
    assert.match(text, /Models in force: \d{3,}/);
    assert.match(text, /Bundled table: \d+ bytes, as built/);
    assert.strictEqual([...text.matchAll(/\| as built/g)].length, 7, text);
    assert.doesNotMatch(text, /other bytes|unreadable/);
    assert.match(text, /Changed settings: model/);
    assert.match(text, /\| read prices +\| 1 /);
    assert.match(text, /\| count +\| \d/);
    assert.match(text, /\| manifest\.json +\| \d+ +\| as built/);
    assert.match(text, /refused, with a message for the user/);
    assert.match(text, /error, \w+ \(FileSystemError\), FileNotFound/);
    assert.ok(!text.includes(SECRET), text);
    assert.doesNotMatch(text, /127\.0\.0\.1|localhost/);
    if (folder) assert.ok(!text.includes(folder.uri.path), text);
  });
});
