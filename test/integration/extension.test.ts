import assert from 'node:assert/strict';
import { commands, extensions, version } from 'vscode';

describe('the extension', () => {
  it('runs in the requested version of VS Code', () => {
    assert.equal(version, process.env['API_SPEND_VSCODE_VERSION']);
  });

  it('activates', async () => {
    const extension = extensions.getExtension('api-spend.api-spend');
    assert.ok(extension, 'VS Code has not loaded it');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('registers all commands of its manifest', async () => {
    const manifest = extensions.getExtension('api-spend.api-spend')?.packageJSON as {
      contributes: { commands: { command: string }[] };
    };
    const registered = await commands.getCommands(true);
    const missing = manifest.contributes.commands.filter(
      ({ command }) => !registered.includes(command),
    );
    assert.deepStrictEqual(missing, []);
  });
});
