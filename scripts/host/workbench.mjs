// Drives a VS Code window in a headless browser through its user interface.
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectFolder } from './hosts.mjs';
import { themeClasses } from './themes.mjs';

/** Limit for starts that hang. A busy machine takes several times as long as an idle one. */
const startLimitMs = 180_000;

/** Performance marks that VS Code sets during its start. Keys pressed before the last one are lost. */
const startMarks = ['code/LifecyclePhase/Restored', 'code/didHandleExtensionPoints'];

export class Workbench {
  /**
   * @param {import('playwright-core').Page} page
   * @param {import('./themes.mjs').Theme} theme
   * @param {() => Promise<void>} close closes all windows, stops their server and deletes their profile
   * @param {(folder: string | undefined) => Promise<Workbench>} [openWindow] opens another window of the same user
   */
  constructor(page, theme, close, openWindow) {
    this.page = page;
    this.theme = theme;
    this.close = close;
    this.openWindow = openWindow;
  }

  /** Waits until the window accepts keys and has the commands and menus of its extensions. */
  async ready() {
    await this.page.waitForFunction(
      (names) => names.every((name) => performance.getEntriesByName(name).length > 0),
      startMarks,
      { timeout: startLimitMs },
    );
  }

  /** Waits until the theme is applied, which may never happen in a window that loads an extension from its folder. */
  async themed() {
    const root = this.page.locator(`.monaco-workbench.${themeClasses[this.theme]}`);
    await root.waitFor({ timeout: startLimitMs });
  }

  statusItem() {
    return this.page.locator('[id="api-spend.api-spend.cost"]');
  }

  /**
   * Waits until the status bar item matches.
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

  /**
   * Waits until the item in the status bar says what a command has done: in short beside the cost, and as a whole
   * sentence for screen readers.
   * @param {string} short
   * @param {string} sentence
   */
  async saysDone(short, sentence) {
    await this.statusItem().filter({ hasText: short }).waitFor();
    await this.page.locator('.statusbar').locator(`[aria-label*="${sentence}"]`).first().waitFor();
  }

  /** Hovers over the status bar item and waits for its tooltip. */
  async statusTooltip() {
    const tooltip = this.page.locator('.workbench-hover-container .monaco-hover:visible').first();
    await this.page.mouse.move(0, 0);
    await this.statusItem().hover();
    await tooltip.waitFor();
    return tooltip;
  }

  /** The command palette, quick pick or input box. */
  quickInput() {
    return this.page.locator('.quick-input-widget:visible');
  }

  /** The rows of a quick pick. */
  quickRows() {
    return this.quickInput().locator('.monaco-list-row');
  }

  /**
   * Runs a command from the command palette.
   * @param {string} title such as `API Spend: Open Report`
   */
  async runCommand(title) {
    await this.openQuickInput('F1');
    await this.pick(`>${title}`, title);
  }

  /**
   * Opens a file of the folder through quick open.
   * @param {string} name
   */
  async openFile(name) {
    await this.openTab(name);
    await this.page.locator('.editor-instance .monaco-editor').first().waitFor();
  }

  /**
   * Opens a file, which may have an editor without text, through quick open.
   * @param {string} name
   */
  async openTab(name) {
    await this.openQuickInput('Control+P');
    await this.pick(name, name);
    await this.page.locator('.tab.active', { hasText: name }).waitFor();
  }

  /**
   * Opens a quick input with a key, after closing an open one.
   * @param {string} key
   */
  async openQuickInput(key) {
    await this.closeQuickInput();
    await this.leaveLoadingViews();
    await this.page.keyboard.press(key);
    await this.quickInput().locator('input[type="text"]').waitFor();
  }

  /** Waits until each webview is ready: until then, a key that is pressed in one is lost. */
  async leaveLoadingViews() {
    await this.page.locator('iframe.webview:not(.ready)').waitFor({ state: 'detached' });
  }

  /** Closes the quick input. A hover on one of its rows takes an Escape for itself, so one may not be enough. */
  async closeQuickInput() {
    const hover = this.page.locator('.monaco-hover:visible');
    while (await this.quickInput().isVisible()) {
      await this.page.keyboard.press('Escape');
      await hover.waitFor({ state: 'hidden' });
      await this.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
    }
  }

  /**
   * The row of a model in the open quick input. Other hosts have ids that end with this one.
   * @param {string} id
   */
  modelRow(id) {
    const labelled = `[aria-label^="${id}, "], [aria-label$=" · ${id}"], [aria-label*=" · ${id}, "], [aria-label*=", ${id}, "]`;
    return this.quickRows().and(this.page.locator(labelled));
  }

  /**
   * Types into the open quick input and accepts the first row that contains `wanted`.
   * @param {string} typed
   * @param {string} wanted
   */
  async pick(typed, wanted) {
    await this.quickInput().locator('input[type="text"]').fill(typed);
    // Rows that are not filtered yet have no highlight.
    const highlighted = this.quickRows().filter({ has: this.page.locator('.highlight') });
    const row = highlighted.filter({ hasText: wanted }).first();
    await row.waitFor();
    const focused = this.quickInput().locator('.monaco-list-row.focused');
    while ((await focused.filter({ hasText: wanted }).count()) === 0)
      await this.page.keyboard.press('ArrowDown');
    await this.page.keyboard.press('Enter');
  }

  /**
   * Estimates folders and files through the context menu of the explorer, and waits for the report on them.
   * @param {string[]} names in the explorer
   */
  async estimateInExplorer(...names) {
    const list = this.page.locator('.explorer-folders-view .monaco-list-row');
    const rows = names.map((name) => list.filter({ hasText: name }).first());
    for (const [index, row] of rows.entries())
      await row.click({ modifiers: index === 0 ? [] : ['Control'] });
    await rows.at(-1)?.click({ button: 'right' });
    await this.chooseInMenu('Estimate Token Count and Cost of Files');
    await this.webviewFrame().locator('.file-tree').waitFor();
  }

  /**
   * An entry of the open context menu.
   * @param {string} title
   */
  menuEntry(title) {
    return this.page.locator('.monaco-menu .action-label', { hasText: title });
  }

  /**
   * Chooses an entry of the open context menu by keyboard, because a menu ignores clicks in its first 100 ms.
   * @param {string} title
   */
  async chooseInMenu(title) {
    const entry = this.menuEntry(title);
    await entry.hover();
    await this.page.locator('.monaco-menu .action-item.focused', { hasText: title }).waitFor();
    await this.page.keyboard.press('Enter');
    await entry.waitFor({ state: 'hidden' });
  }

  /**
   * Resizes the window to `pixels` / `zoom`, as on a zoomed screen.
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
   * Resizes the window until the report's page has a width.
   * @param {number} wantedPx width of the page
   * @param {number} heightPx height of the window
   */
  async resizeReport(wantedPx, heightPx) {
    const html = this.reportFrame().locator('html');
    let missing = 0;
    // Next to another editor, the page gets only a part of the change.
    for (let tries = 0; tries < 30; tries++) {
      await this.reportSettled();
      missing = wantedPx - (await html.evaluate(({ clientWidth }) => clientWidth));
      if (missing === 0) return;
      const { width = 0 } = this.page.viewportSize() ?? {};
      await this.page.setViewportSize({ width: width + missing, height: heightPx });
    }
    throw new Error(`The page stays ${missing} pixels away from ${wantedPx}.`);
  }

  /** Waits until the page has the same size in two measurements, two frames apart. */
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
   * Chooses one of VS Code's own color themes, and waits until the window has it.
   * @param {import('./themes.mjs').Theme} theme
   * @param {string} name in the list of themes
   */
  async chooseTheme(theme, name) {
    await this.runCommand('Preferences: Color Theme');
    await this.quickInput().locator('input[placeholder*="theme" i]').waitFor();
    await this.pick(name, name);
    this.theme = theme;
    await this.themed();
  }

  /**
   * Types into the focused element.
   * @param {string} text
   */
  async typeText(text) {
    await this.page.keyboard.type(text);
  }

  /** The page inside the webview panel. */
  webviewFrame() {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  }

  /** The report's page, beside webviews of others, such as the editor of a picture. */
  reportFrame() {
    return this.page
      .frameLocator('iframe.webview.ready[src*="extensionId=api-spend"]')
      .frameLocator('#active-frame');
  }

  async clipboardText() {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /**
   * Saves a screenshot as `<folder>/<theme>/<name>.png`.
   * @param {string} name
   * @param {string} [folder]
   */
  async screenshot(name, folder = join(projectFolder, 'out', 'screenshots')) {
    const path = join(folder, this.theme, `${name}.png`);
    mkdirSync(dirname(path), { recursive: true });
    await this.page.screenshot({ path });
    return path;
  }
}
