import {
  CompletionItem,
  CompletionItemKind,
  languages,
  Range,
  type CompletionItemProvider,
  type Disposable,
  type TextDocument,
  type Position,
} from 'vscode';
import { currentSelection } from '../../core/pricing/selection/current';
import type { PriceBook } from '../prices/book';
import { modelFacts } from './modelItem';

const SETTINGS_FILES = [
  { language: 'jsonc', pattern: '**/settings.json' },
  { language: 'jsonc', pattern: '**/*.code-workspace' },
];

/** Offers every model of the price table where a settings file expects one. */
export function registerModelCompletions(prices: PriceBook): Disposable {
  const provider: CompletionItemProvider = {
    provideCompletionItems: async (document, position) => modelNames(prices, document, position),
  };
  return languages.registerCompletionItemProvider(SETTINGS_FILES, provider, '"');
}

async function modelNames(
  prices: PriceBook,
  document: TextDocument,
  position: Position,
): Promise<CompletionItem[]> {
  const { modelNamePlace } = await import('../../core/settingsText');
  const place = modelNamePlace(document.getText(), document.offsetAt(position));
  if (!place) return [];
  const range = new Range(document.positionAt(place.start), document.positionAt(place.end));
  const table = await prices.table(document.uri);
  const sold = new Set(currentSelection(table, Date.now(), []).models);
  return table.models.map((model) => {
    const item = new CompletionItem(model.id, CompletionItemKind.Value);
    const quoted = JSON.stringify(model.id);
    // What can be bought now comes first; of two that match equally, VS Code takes the smaller text.
    // Makers stand before hosts.
    const rank = (sold.has(model) ? 0 : 2) + (model.providerKind === 'vendor' ? 0 : 1);
    const sortText = `${rank} ${model.id}`;
    return Object.assign(item, {
      detail: [model.name, ...modelFacts(model)].join(' · '),
      insertText: quoted,
      filterText: quoted,
      sortText,
      range,
    });
  });
}
