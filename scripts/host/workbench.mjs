// A VS Code window in a headless browser, driven as a person would: by what is on the screen.
import { cpSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { developmentPayload, windowAddress } from './address.mjs';
import { launchBrowser } from './browser.mjs';
import {
  installVsix,
  profileFolders,
  quietSettings,
  startCodeServer,
  writeSettings,
} from './codeServer.mjs';
import { projectFolder } from './hosts.mjs';
import { temporaryFolder } from './shutdown.mjs';
import { themeClasses, themeIds } from './themes.mjs';

/** A window takes 7 to 9 s to start on an idle machine. */
const startLimitMs = 60_000;
const actionLimitMs = 45_000;
/** A key pressed while the window is busy may be lost: after this long it is pressed again. */
const retryMs = 3000;
/** The palette and quick open search before they show rows. */
const searchMs = 10_000;

/**
 * @typedef {object} WorkbenchOptions
 * @property {string | undefined} folder what the window opens; undefined: nothing
 * @property {import('./hosts.mjs').HostName} [host]
 * @property {import('./themes.mjs').Theme} [theme]
 * @property {Record<string, unknown>} [settings] user settings
 * @property {string | null} [extension] the extension's folder (the project's, by default) or a .vsix; null: none
 * @property {string} [companion] the folder of another extension, which is installed
 * @property {{ width: number, height: number }} [viewport]
 */

/** @param {WorkbenchOptions} options */
export async function openWorkbench(options) {
  const { host = 'current', theme = 'dark', extension = projectFolder, folder } = options;
  const profile = temporaryFolder('profile');
  const folders = profileFolders(profile.path);
  const colors = { 'workbench.colorTheme': themeIds[theme] };
  writeSettings(folders.userData, { ...quietSettings, ...colors, ...options.settings });
  if (options.companion !== undefined) {
    cpSync(options.companion, join(folders.extensions, 'companion'), { recursive: true });
  }
  const development = extension?.endsWith('.vsix') === false;
  if (extension !== null && !development) await installVsix(host, folders, extension);
  const server = await startCodeServer({ host, folders, testing: development });
  const browser = await launchBrowser();
  const page = await openPage(browser, options.viewport ?? { width: 1280, height: 800 });
  const close = async () => {
    await browser.close();
    await server.stop();
    profile.remove();
  };
  const payload = development
    ? developmentPayload(server.authority, { extensionFolders: [extension] })
    : [];
  await page.goto(windowAddress(server.origin, folder, payload));
  const workbench = new Workbench(page, theme, close);
  await workbench.ready();
  if (!development) await workbench.themed();
  return workbench;
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {{ width: number, height: number }} viewport
 */
async function openPage(browser, viewport) {
  const permissions = ['clipboard-read', 'clipboard-write'];
  const context = await browser.newContext({ viewport, permissions });
  const page = await context.newPage();
  page.setDefaultTimeout(actionLimitMs);
  return page;
}

export class Workbench {
  /**
   * @param {import('playwright-core').Page} page
   * @param {import('./themes.mjs').Theme} theme
   * @param {() => Promise<void>} close ends the window, its server and its profile
   */
  constructor(page, theme, close) {
    this.page = page;
    this.theme = theme;
    this.close = close;
  }

  async ready() {
    await this.page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: startLimitMs });
  }

  /** Waits until the theme is in force; it may never be in a window that loads an extension's folder. */
  async themed() {
    const root = this.page.locator(`.monaco-workbench.${themeClasses[this.theme]}`);
    await root.waitFor({ timeout: startLimitMs });
  }

  /** The extension's entry in the status bar. */
  statusItem() {
    return this.page.locator('[id="api-spend.api-spend.cost"]');
  }

  /**
   * Waits until the entry in the status bar matches.
   * @param {RegExp | string} text
   */
  async statusText(text = /./) {
    const item = this.statusItem().filter({ hasText: text });
    await item.waitFor().catch(async () => {
      const shown = await this.statusItem().allInnerTexts();
      throw new Error(`The status bar shows "${shown.join()}", which does not match ${text}.`);
    });
    return item.innerText();
  }

  /** Points at the entry in the status bar and waits for its tooltip. */
  async statusTooltip() {
    const tooltip = this.page.locator('.workbench-hover-container .monaco-hover:visible');
    await this.#until(tooltip.first(), async () => {
      await this.page.mouse.move(0, 0);
      await this.statusItem().hover();
    });
    return tooltip.first();
  }

  /** The box that opens at the top: command palette, quick pick, input box. */
  quickInput() {
    return this.page.locator('.quick-input-widget:visible');
  }

  /** The rows of a quick pick. */
  quickRows() {
    return this.quickInput().locator('.monaco-list-row');
  }

  /**
   * Runs a command by its title, from the command palette.
   * @param {string} title such as `API Spend: Open Report`
   */
  async runCommand(title) {
    const row = await this.#findRow('F1', `>${title}`, title);
    await row.click();
    // What the pointer stays over would show its tooltip, above the buttons of what opens.
    await this.page.mouse.move(0, 0);
  }

  /**
   * Runs a command without the mouse.
   * @param {string} title
   */
  async runCommandByKeyboard(title) {
    await this.#findRow('F1', `>${title}`, title);
    await this.page.keyboard.press('Enter');
    await this.quickInput().waitFor({ state: 'hidden' });
  }

  /**
   * Opens a file of the folder by its name.
   * @param {string} name
   */
  async openFile(name) {
    const tab = this.page.locator('.tab.active', { hasText: name });
    // Rows move under the pointer while the search goes on: a click may open another one.
    const open = async () => {
      const row = await this.#findRow('Control+P', name, name);
      await row.click();
    };
    await this.#until(tab, open, searchMs);
    await this.page.locator('.editor-instance .monaco-editor').first().waitFor();
  }

  /**
   * Estimates folders and files by their menu in the explorer, and waits for the report on them.
   * @param {string[]} names as the explorer shows them
   */
  async estimateInExplorer(...names) {
    const list = this.page.locator('.explorer-folders-view .monaco-list-row');
    const rows = names.map((name) => list.filter({ hasText: name }).first());
    const menuItem = this.menuEntry('Estimate API Spend');
    const openMenu = async () => {
      // A menu that opened before the extension was there stays without it.
      await this.page.keyboard.press('Escape');
      await list.first().waitFor();
      for (const [index, row] of rows.entries()) {
        await row.click({ modifiers: index === 0 ? [] : ['Control'] });
      }
      await rows.at(-1)?.click({ button: 'right' });
    };
    // A menu may close under the pointer, for instance when the explorer reads the folder again.
    const estimate = async () => {
      await this.#until(menuItem, openMenu);
      await this.chooseInMenu('Estimate API Spend');
    };
    await this.#until(this.reportFrame().locator('.file-tree'), estimate, searchMs);
  }

  /**
   * An entry of the context menu that is open.
   * @param {string} title
   */
  menuEntry(title) {
    return this.page.locator('.monaco-menu .action-label', { hasText: title });
  }

  /**
   * Clicks an entry of the context menu until the menu closes: it takes no click in its first tenth of a second.
   * @param {string} title
   */
  async chooseInMenu(title) {
    const entry = this.menuEntry(title);
    // A menu that closes under the second click was chosen from by the first.
    do await succeeds(entry.click({ timeout: retryMs }));
    while (!(await succeeds(entry.waitFor({ state: 'hidden', timeout: 500 }))));
  }

  /**
   * Gives the window so many pixels, as on a screen that is enlarged.
   * @param {{ width: number, height: number }} pixels
   * @param {number} zoom such as 2 for 200 %
   */
  async resize({ width, height }, zoom = 1) {
    await this.page.setViewportSize({
      width: Math.round(width / zoom),
      height: Math.round(height / zoom),
    });
  }

  /**
   * Makes the window so wide that the page has so many pixels.
   * @param {number} wantedPx
   * @param {number} heightPx of the window
   */
  async resizeReport(wantedPx, heightPx) {
    const html = this.reportFrame().locator('html');
    let missing = 0;
    // Beside another editor it gets only a part of what the window gets.
    for (let tries = 0; tries < 30; tries++) {
      await this.reportSettled();
      missing = wantedPx - (await html.evaluate(({ clientWidth }) => clientWidth));
      if (missing === 0) return;
      const { width = 0 } = this.page.viewportSize() ?? {};
      await this.page.setViewportSize({ width: width + missing, height: heightPx });
    }
    throw new Error(`The page stays ${missing} pixels away from ${wantedPx}.`);
  }

  /** Waits until the page in a webview has drawn itself in its size. */
  async reportSettled() {
    const html = this.reportFrame().locator('html');
    let before = '';
    for (;;) {
      const size = await html.evaluate(
        (element) =>
          new Promise((resolve) =>
            requestAnimationFrame(() =>
              requestAnimationFrame(() =>
                resolve(`${element.clientWidth} ${element.scrollWidth} ${element.scrollHeight}`),
              ),
            ),
          ),
      );
      if (size === before) return;
      before = size;
    }
  }

  /**
   * Chooses one of VS Code's own colour themes.
   * @param {string} name as its list says
   * @param {string} bodyClass what a page gets
   */
  async chooseTheme(name, bodyClass) {
    await this.runCommand('Preferences: Color Theme');
    await this.quickInput().locator('input[type="text"]').fill(name);
    await this.quickRows().filter({ hasText: name }).first().click();
    await this.reportFrame().locator(`body.${bodyClass}`).waitFor();
  }

  /**
   * Types into what has the focus.
   * @param {string} text
   */
  async typeText(text) {
    await this.page.keyboard.type(text);
  }

  /** The page inside a webview panel. */
  reportFrame() {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  }

  async clipboardText() {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /**
   * Saves a picture as `<folder>/<theme>/<name>.png`.
   * @param {string} name
   * @param {string} [folder]
   */
  async screenshot(name, folder = join(projectFolder, 'out', 'screenshots')) {
    const path = join(folder, this.theme, `${name}.png`);
    mkdirSync(dirname(path), { recursive: true });
    await this.page.screenshot({ path });
    return path;
  }

  /**
   * The row that is found by opening a box with a key and typing in it. A box that another command left
   * open, or that is just closing, is not taken for it.
   * @param {string} key
   * @param {string} text
   * @param {string} wanted
   */
  async #findRow(key, text, wanted) {
    const input = this.quickInput().locator('input[type="text"]');
    const row = this.quickRows().filter({ hasText: wanted }).first();
    const find = async () => {
      do {
        if (await input.isVisible()) await this.page.keyboard.press('Escape');
        await this.quickInput().waitFor({ state: 'hidden' });
        await this.#until(input, () => this.page.keyboard.press(key));
        // A box that opened just when something else took the focus closes again.
      } while (!(await succeeds(input.fill(text, { timeout: retryMs }))));
    };
    await this.#until(row, find, searchMs);
    return row;
  }

  /**
   * Repeats an action until what it should show is there.
   * @param {import('playwright-core').Locator} shown
   * @param {() => Promise<unknown>} action
   * @param {number} [patienceMs] how long it may take to show
   */
  async #until(shown, action, patienceMs = retryMs) {
    const deadline = Date.now() + actionLimitMs;
    for (;;) {
      await action();
      try {
        await shown.waitFor({ timeout: patienceMs });
        return;
      } catch (error) {
        if (Date.now() > deadline) throw error;
      }
    }
  }
}

/** @param {Promise<unknown>} attempt */
function succeeds(attempt) {
  return attempt.then(
    () => true,
    () => false,
  );
}
