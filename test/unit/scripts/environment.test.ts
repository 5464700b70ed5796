import assert from 'node:assert/strict';
import { browserCandidates } from '../../../scripts/host/browser.mjs';
import { hasDisplay } from '../../../scripts/host/desktop.mjs';
import { environmentForNpm } from '../../../scripts/host/npm.mjs';

describe('the search for a browser', () => {
  it('prefers the given one, then Chrome, Chromium, Edge', () => {
    const found = browserCandidates('linux', { CHROMIUM_PATH: '/opt/mine', PATH: '/a:/b' });
    assert.deepEqual(found.slice(0, 4), [
      '/opt/mine',
      '/a/google-chrome',
      '/b/google-chrome',
      '/a/google-chrome-stable',
    ]);
    assert.ok(found.indexOf('/b/chromium') < found.indexOf('/a/microsoft-edge'));
  });

  it('searches the program folders of Windows', () => {
    const found = browserCandidates('win32', { PROGRAMFILES: 'C:\\Programs' });
    assert.equal(found[0], 'C:\\Programs\\Google\\Chrome\\Application\\chrome.exe');
    assert.equal(found.length, 3);
  });

  it('searches the applications of macOS', () => {
    const found = browserCandidates('darwin', {});
    assert.equal(found[0], '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
  });
});

describe('a graphical session', () => {
  it('is detected by variables on Linux, and assumed on other systems', () => {
    assert.equal(hasDisplay({}, 'linux'), false);
    assert.equal(hasDisplay({ DISPLAY: '', WAYLAND_DISPLAY: 'wayland-0' }, 'linux'), true);
    assert.equal(hasDisplay({}, 'darwin'), true);
  });
});

describe('the environment of an npm inside npm', () => {
  it("keeps the user's settings, and drops those of the outer npm", () => {
    const outer = {
      PATH: '/bin',
      npm_config_registry: 'https://registry.example',
      npm_config_cache: '/cache',
      npm_config_local_prefix: '/project',
      npm_config_ignore_scripts: 'true',
      npm_lifecycle_event: 'test',
      npm_package_json: '/project/package.json',
    };
    assert.deepEqual(Object.keys(environmentForNpm(outer)), [
      'PATH',
      'npm_config_registry',
      'npm_config_cache',
    ]);
  });
});
