import assert from 'node:assert/strict';
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { launchBrowser } from '../../scripts/host/browser.mjs';
import { projectFolder } from '../../scripts/host/hosts.mjs';

type Started = ChildProcessByStdio<null, Readable, Readable>;

/** `npm start` on a machine without a graphical session, with a temporary folder of its own. */
function start(temporary: string): Started {
  const headless = { DISPLAY: '', WAYLAND_DISPLAY: '', VSCODE_EXECUTABLE: '', TMPDIR: temporary };
  return spawn(process.execPath, [join(projectFolder, 'scripts', 'start.mjs')], {
    env: { ...process.env, ...headless },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function untilOutput(child: Started, pattern: RegExp): Promise<string> {
  let output = '';
  child.stderr.on('data', (chunk) => (output += String(chunk)));
  for await (const chunk of child.stdout) {
    output += String(chunk);
    const match = pattern.exec(output);
    if (match) return match[0];
  }
  throw new Error(`npm start ended with:\n${output}`);
}

async function isServed(address: string): Promise<boolean> {
  return fetch(address).then(
    () => true,
    () => false,
  );
}

describe('npm start', () => {
  let temporary: string;
  let child: Started;

  before(() => {
    temporary = mkdtempSync(join(tmpdir(), 'start-'));
    child = start(temporary);
  });
  after(() => {
    child.kill('SIGKILL');
    rmSync(temporary, { recursive: true, force: true });
  });

  it('serves a VS Code with the extension at the address it prints, until Ctrl-C', async () => {
    const address = await untilOutput(child, /http:\S+/);
    const browser = await launchBrowser();
    const page = await browser.newPage();
    await page.goto(address);
    await page.locator('[id="api-spend.api-spend.cost"]').waitFor({ timeout: 40_000 });
    await browser.close();

    child.kill('SIGINT');
    assert.deepEqual(await once(child, 'exit'), [130, null]);
    assert.equal(await isServed(address), false);
    assert.deepEqual(
      readdirSync(temporary).filter((name) => !name.startsWith('tsx-')),
      [],
    );
  });
});
