import assert from 'node:assert/strict';
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import { test } from '@playwright/test';
import { launchBrowser } from '../../scripts/host/browser.mjs';
import { projectFolder } from '../../scripts/host/hosts.mjs';
import { Workbench } from '../../scripts/host/workbench.mjs';
import { samplePrompt } from '../../scripts/starting/options.mjs';

type Started = ChildProcessByStdio<null, Readable, Readable>;

/** `npm start` without a graphical session. Its temporary files go into `temporary`. */
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

/** Opens the address in a browser. Returns the text of the status-bar item. */
async function statusAt(address: string): Promise<string> {
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(address);
  const workbench = new Workbench(page, 'dark', () => browser.close());
  await workbench.ready();
  await workbench.openFile(basename(samplePrompt));
  const text = await workbench.statusText(/\$/);
  await workbench.close();
  return text;
}

test.describe('npm start', () => {
  test.describe.configure({ mode: 'serial' });
  let temporary: string;
  let child: Started;

  test.beforeAll(() => {
    temporary = mkdtempSync(join(tmpdir(), 'start-'));
    child = start(temporary);
  });
  test.afterAll(async () => {
    if (child.exitCode === null && child.kill('SIGTERM')) await once(child, 'exit');
    rmSync(temporary, { recursive: true, force: true });
  });

  test('prints the address of a VS Code with the extension and serves it until Ctrl-C', async () => {
    const address = await untilOutput(child, /http:\S+/);
    assert.match(await statusAt(address), /\$\d/);

    child.kill('SIGINT');
    assert.deepEqual(await once(child, 'exit'), [130, null]);
    assert.equal(await isServed(address), false);
    const left = readdirSync(temporary).filter((name) => /^(api-spend|vscode)/.test(name));
    assert.deepEqual(left, []);
  });
});
