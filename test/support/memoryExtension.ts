// An extension that offers files in memory below `memfs:`. test/support/memoryWindow.ts bundles it.
import { Uri, workspace, type ExtensionContext } from 'vscode';
import { MemoryFiles, put } from './memoryFiles';

/** Texts by their URIs; set when the extension is bundled. */
declare const MEMORY_FILES: Readonly<Record<string, string>>;

export function activate({ subscriptions }: ExtensionContext): void {
  const files = new MemoryFiles();
  for (const [uri, text] of Object.entries(MEMORY_FILES)) put(files, Uri.parse(uri), text);
  subscriptions.push(workspace.registerFileSystemProvider('memfs', files));
}
