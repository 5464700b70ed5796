import { TabInputText, ViewColumn, window, workspace, type TextDocument } from 'vscode';
import { samplePrompt } from '../../wording/views/sample';
import { wordsOf } from '../words';

/** Opens a sample prompt that can be edited: in the empty window, else beside what is open, such as the walkthrough. */
export async function openSample(): Promise<void> {
  const content = samplePrompt(wordsOf());
  const document =
    openWith(content) ?? (await workspace.openTextDocument({ content, language: 'markdown' }));
  await window.showTextDocument(document, columnOf(document));
}

/** One sample is enough. */
function openWith(content: string): TextDocument | undefined {
  return workspace.textDocuments.find(
    (document) => document.isUntitled && !document.isClosed && document.getText() === content,
  );
}

function columnOf({ uri }: TextDocument): ViewColumn {
  const groups = window.tabGroups.all;
  const shown = groups.find(({ tabs }) =>
    tabs.some(
      ({ input }) => input instanceof TabInputText && input.uri.toString() === uri.toString(),
    ),
  );
  if (shown) return shown.viewColumn;
  return groups.some(({ tabs }) => tabs.length > 0) ? ViewColumn.Beside : ViewColumn.Active;
}
