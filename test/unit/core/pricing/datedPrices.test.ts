import assert from 'node:assert/strict';
import { resolveModel } from '../../../../src/core/pricing/names/resolveModel';
import { lookUpRates } from '../../../../src/core/pricing/rates/lookup';
import { bundledTable } from '../../../support/priceTables';

/** "model: input/cached/output" of a name on a day, as an old log is priced. */
function priced(name: string, day: string): string {
  const atMs = Date.parse(day);
  const resolution = resolveModel(bundledTable(), name, atMs);
  if (resolution.kind !== 'found') return resolution.kind;
  const found = lookUpRates(resolution.model, atMs, 1000);
  if (found.kind === 'none') return `${resolution.model.id}: ${found.reason}`;
  const { input, cachedInput = '-', output = '-', reasoning } = found.rates;
  const thinking = reasoning === undefined ? '' : `, thinking ${reasoning}`;
  return `${resolution.model.id}: ${input}/${cachedInput}/${output}${thinking}`;
}

function expectPrices(expected: readonly (readonly [string, string, string])[]): void {
  assert.deepStrictEqual(
    expected.map(([name, day]) => [name, day, priced(name, day)]),
    expected,
  );
}

describe('prices of old logs', () => {
  it("of DeepSeek's names are those of the model that answered on the day", () => {
    expectPrices([
      ['deepseek-chat', '2024-07-01', 'deepseek/deepseek-v2: 0.14/-/0.28'],
      ['deepseek-chat', '2024-08-10', 'deepseek/deepseek-v2: 0.14/0.014/0.28'],
      ['deepseek-coder', '2024-08-10', 'deepseek/deepseek-coder-v2: 0.14/0.014/0.28'],
      ['deepseek-coder', '2024-10-01', 'deepseek/deepseek-v2.5: 0.14/0.014/0.28'],
      ['deepseek-chat', '2024-10-01', 'deepseek/deepseek-v2.5: 0.14/0.014/0.28'],
      ['deepseek-chat', '2025-01-27', 'deepseek/deepseek-v3: 0.14/0.014/0.28'],
      ['deepseek-chat', '2025-08-25T10:00Z', 'deepseek/deepseek-v3.1: 0.27/0.07/1.1'],
      ['deepseek-chat', '2025-08-25T20:00Z', 'deepseek/deepseek-v3.1: 0.135/0.035/0.55'],
      ['deepseek-reasoner', '2025-08-25T10:00Z', 'deepseek/deepseek-v3.1-thinking: 0.55/0.14/2.19'],
      ['deepseek-chat', '2025-09-05T15:59Z', 'deepseek/deepseek-v3.1: 0.27/0.07/1.1'],
      ['deepseek-chat', '2025-09-15', 'deepseek/deepseek-v3.1: 0.56/0.07/1.68'],
      ['deepseek-reasoner', '2025-09-15', 'deepseek/deepseek-v3.1-thinking: 0.56/0.07/1.68'],
      ['deepseek-chat', '2025-10-01', 'deepseek/deepseek-v3.2: 0.28/0.028/0.42'],
      ['deepseek-reasoner', '2025-10-01', 'deepseek/deepseek-v3.2: 0.28/0.028/0.42'],
    ]);
  });

  it('of the previews of Gemini 2.5 Flash have a rate of their own for thinking', () => {
    const price = '0.15/0.0375/0.6, thinking 3.5';
    const ids = ['gemini-2.5-flash-preview-04-17', 'gemini-2.5-flash-preview-05-20'];
    expectPrices([
      ...ids.map((id) => [`google/${id}`, '2025-06-01', `google/${id}: ${price}`] as const),
      [
        'google-vertex/gemini-2.5-flash-preview-04-17',
        '2025-05-01',
        `google-vertex/gemini-2.5-flash-preview: ${price}`,
      ],
      [
        'google/gemini-2.5-flash-preview',
        '2025-06-01',
        `google/gemini-2.5-flash-preview: ${price}`,
      ],
    ]);
  });
});
