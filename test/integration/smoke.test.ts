import assert from 'node:assert/strict';
import { extensions, version } from 'vscode';

describe('the extension', () => {
  it('runs in the VS Code that was asked for', () => {
    assert.equal(version, process.env['API_SPEND_VSCODE_VERSION']);
  });

  it('activates', async () => {
    const extension = extensions.getExtension('api-spend.api-spend');
    assert.ok(extension, 'VS Code has not loaded it');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });
});
