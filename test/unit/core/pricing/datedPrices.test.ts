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

  it('of Gemini 2.5 have the cached input of before its cut', () => {
    for (const provider of ['google', 'google-vertex', 'openrouter/google', 'vercel/google']) {
      const of = (id: string, day: string, price: string) =>
        [`${provider}/${id}`, day, `${provider}/${id}: ${price}`] as const;
      expectPrices([
        of('gemini-2.5-pro', '2025-08-01', '1.25/0.31/10'),
        of('gemini-2.5-pro', '2025-11-01', '1.25/0.125/10'),
        of('gemini-2.5-flash', '2025-08-01', '0.3/0.075/2.5'),
        of('gemini-2.5-flash-lite', '2025-08-01', '0.1/0.025/0.4'),
        of('gemini-2.5-flash-lite', '2025-11-01', '0.1/0.01/0.4'),
      ]);
    }
    const pro = resolveModel(bundledTable(), 'google/gemini-2.5-pro', 0);
    assert.ok(pro.kind === 'found');
    const long = lookUpRates(pro.model, Date.parse('2025-08-01'), 200_001);
    assert.ok(long.kind !== 'none');
    assert.equal(long.rates.cachedInput, 0.625);
  });

  it('of open weights and o3 at hosts are those of before they were cut, or raised', () => {
    const of = (id: string, day: string, price: string) => [id, day, `${id}: ${price}`] as const;
    expectPrices([
      of('groq/openai/gpt-oss-120b', '2025-09-01', '0.15/-/0.75'),
      of('groq/openai/gpt-oss-120b', '2025-11-11', '0.15/0.075/0.6'),
      of('groq/openai/gpt-oss-20b', '2025-09-01', '0.1/-/0.5'),
      of('groq/openai/gpt-oss-20b', '2026-02-01', '0.075/0.0375/0.3'),
      of('azure/o3', '2025-05-15', '10/-/40'),
      of('azure/o3', '2025-06-10', '2/0.5/8'),
      of('cerebras/gpt-oss-120b', '2025-09-01', '0.25/-/0.69'),
      of('cerebras/gpt-oss-120b', '2025-12-01', '0.35/0.35/0.75'),
    ]);
  });

  it("of Mistral's models of 2024 are those before and after the cut of 2024-09-17", () => {
    const of = (id: string, day: string, price: string) => [id, day, `${id}: ${price}`] as const;
    const nemo = 'mistral/open-mistral-nemo';
    expectPrices([
      of('mistral/mistral-large-2407', '2024-08-10', '3/-/9'),
      of('mistral/mistral-large-2407', '2024-10-10', '2/-/6'),
      of('mistral/codestral-2405', '2024-08-10', '1/-/3'),
      of('mistral/codestral-2405', '2024-10-10', '0.2/-/0.6'),
      [`${nemo}-2407`, '2024-08-10', `${nemo}: 0.3/-/0.3`],
      [`${nemo}-2407`, '2024-10-10', `${nemo}: 0.15/0.015/0.15`],
    ]);
  });

  it('of the dated ids of GPT Pro are those of the undated ones, without cached input', () => {
    expectPrices([
      ['gpt-5.2-pro-2025-12-11', '2026-11-01', 'openai/gpt-5.2-pro: 21/-/168'],
      ['gpt-5.4-pro-2026-03-05', '2026-11-01', 'openai/gpt-5.4-pro: 30/-/180'],
      ['gpt-5.5-pro-2026-04-23', '2026-11-01', 'openai/gpt-5.5-pro: 30/-/180'],
    ]);
    const ids = ['gpt-5.2-pro', 'gpt-5.4-pro', 'gpt-5.5-pro'].map((id) => `openai/${id}`);
    const unlisted = bundledTable().models.filter(
      ({ id, unlistedIn }) => ids.some((each) => id.startsWith(each)) && unlistedIn,
    );
    assert.deepEqual(unlisted, []);
  });
});
