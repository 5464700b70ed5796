import { commands, Disposable, languages, window } from 'vscode';
import type { DocumentCounts } from '../counting/documentCounts';
import type { PriceBook } from '../prices/book';
import { PromptLenses, type PromptPart } from './prompt';
import { onDidChangeSettings } from '../settings/changes';
import { lensFilters } from '../settings/lensFilters';
import { readSettings, type CodeLensSettings } from '../settings/settings';
import { templates } from '../subject/templates/templates';
import type { Logger } from '../log';

/** Not in the manifest: only lenses run it. */
const COMPARE_PART = '_apiSpend.comparePart';

/** Registers code lenses while the settings enable them. */
export class CodeLenses implements Disposable {
  readonly #lenses: PromptLenses;
  readonly #listeners: readonly Disposable[];
  /** `globs`: the files of the settings as JSON. */
  #registered: { readonly globs: string; readonly disposable: Disposable } | undefined;

  constructor(counts: DocumentCounts, prices: PriceBook, log: Logger) {
    this.#lenses = new PromptLenses(counts, prices, log, COMPARE_PART);
    this.#listeners = [
      this.#lenses,
      prices.onDidChange(() => this.#lenses.refresh()),
      templates.onDidChange(() => this.#lenses.refresh()),
      onDidChangeSettings(() => this.#apply(readSettings().codeLenses)),
    ];
    this.#apply(readSettings().codeLenses);
  }

  dispose(): void {
    this.#registered?.disposable.dispose();
    for (const listener of this.#listeners) listener.dispose();
  }

  #apply({ enabled, files }: CodeLensSettings): void {
    const globs = JSON.stringify(files);
    if (enabled && this.#registered?.globs === globs) {
      this.#lenses.refresh();
      return;
    }
    this.#registered?.disposable.dispose();
    this.#registered = enabled ? { globs, disposable: this.#register(files) } : undefined;
  }

  #register(files: readonly string[]): Disposable {
    return Disposable.from(
      languages.registerCodeLensProvider(lensFilters(files), this.#lenses),
      commands.registerCommand(COMPARE_PART, compare),
    );
  }
}

/**
 * Compares models for the lens's part, so that the comparison shows the lens's figures; restores the selection
 * when the comparison closes.
 */
async function compare({ document, selections }: PromptPart): Promise<void> {
  const shown = window.visibleTextEditors.find((editor) => editor.document === document);
  const editor = await window.showTextDocument(document, shown?.viewColumn);
  const before = editor.selections;
  editor.selections = selections;
  try {
    await commands.executeCommand('apiSpend.compareModels');
  } finally {
    editor.selections = before;
  }
}
