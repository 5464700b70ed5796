/** A table with one model. @param model replaces properties of the model. */
export function tableFile(model: Record<string, unknown> = {}): unknown {
  return {
    schemaVersion: 2,
    currency: 'USD',
    sources: { page: { url: 'https://example.com/prices', checked: '2026-11-01' } },
    providers: [
      {
        id: 'acme',
        name: 'Acme',
        models: [
          {
            id: 'one',
            name: 'One',
            tokenizer: { encoding: 'o200k_base', accuracy: 'exact', evidence: 'test' },
            periods: [
              {
                from: null,
                to: null,
                source: 'page',
                usdPerMillionTokens: { input: 1, cachedInput: 0.5, output: 2 },
              },
            ],
            ...model,
          },
        ],
      },
    ],
  };
}
