import assert from 'node:assert/strict';
import { DEFAULT_SCENARIO } from '../../../../src/core/scenario/scenario';
import { describeOptionProblem } from '../../../../src/wording/scenario/options';
import { ENGLISH } from '../../../../src/wording/words';
import { parseScenarioOptions, type OptionValues } from '../../../../src/core/scenario/options';

function parse(values: OptionValues): unknown {
  const result = parseScenarioOptions(values);
  return result.ok ? result.scenario : describeOptionProblem(ENGLISH, result.problem);
}

describe('scenario options', () => {
  it('are the default scenario if none is given', () => {
    assert.deepStrictEqual(parse({}), { outputTokens: DEFAULT_SCENARIO.outputTokens });
  });

  it('are parsed one by one', () => {
    assert.deepStrictEqual(
      parse({
        'output-tokens': '0',
        'reasoning-tokens': '10000000',
        'cached-share': '0.75',
        'cache-write': 'long',
        batch: true,
        'service-tier': 'flex',
        regional: true,
        'calls-per-day': '1000',
        messages: '2',
        turns: '20',
        'turn-tokens': '500',
        'cache-history': true,
      }),
      {
        outputTokens: 0,
        reasoningTokens: 10_000_000,
        cachedShare: 0.75,
        cacheWrite: 'long',
        batch: true,
        serviceTier: 'flex',
        regional: true,
        callsPerDay: 1000,
        messages: 2,
        conversationTurns: 20,
        turnInputTokens: 500,
        cacheHistory: true,
      },
    );
  });

  it('take a share in percent with its sign: 1 is all, 1% a hundredth', () => {
    const shareOf = (typed: string): unknown =>
      (parse({ 'cached-share': typed }) as Record<string, unknown>)['cachedShare'];
    assert.deepStrictEqual(
      ['80%', '0.8', '33.3%', '1', '1%', '25 %', '25\u00A0%', '25\u202F%'].map(shareOf),
      [0.8, 0.8, 0.333, 1, 0.01, 0.25, 0.25, 0.25],
    );
    assert.match(String(parse({ 'cached-share': '0.8 ' })), /^--cached-share is not a share/);
    assert.match(String(parse({ 'cached-share': '80' })), /^--cached-share is not a share/);
    assert.match(String(parse({ 'cached-share': '101%' })), /^--cached-share is not a share/);
    assert.match(String(parse({ 'output-tokens': '5%' })), /^--output-tokens is not a whole/);
  });

  it('take priority for fast, as it was called before', () => {
    const { outputTokens } = DEFAULT_SCENARIO;
    assert.deepStrictEqual(parse({ 'service-tier': 'priority' }), {
      outputTokens,
      serviceTier: 'fast',
    });
  });

  it('are rejected with the name, the reason and the value', () => {
    const wrong: OptionValues[] = [
      { 'reasoning-tokens': '-1' },
      { 'reasoning-tokens': '10000001' },
      { 'reasoning-tokens': '1.5' },
      { 'cached-share': '1.01' },
      { 'cached-share': '' },
      { 'cached-share': 'NaN' },
      { 'cache-write': 'forever' },
      { turns: '1001' },
      { messages: '1e3' },
      { 'calls-per-day': '0x10' },
    ];
    for (const values of wrong) {
      const [[name, value] = []] = Object.entries(values);
      const problem = String(parse(values));
      assert.ok(problem.startsWith(`--${name} is not `) && problem.endsWith(`: ${value}`), problem);
    }
  });
});
