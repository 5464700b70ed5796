import assert from 'node:assert/strict';
import { completeScenario, type FullScenario } from '../../../../src/core/scenario/scenario';
import {
  axisName,
  chartedModels,
  chartName,
  curveName,
  describeLines,
  noCrossovers,
} from '../../../../src/wording/page/charts';
import { columnLabel } from '../../../../src/wording/page/table';
import { ENGLISH } from '../../../../src/wording/words';

const CALL = completeScenario({ outputTokens: 500 });
const CONVERSATION: FullScenario = { ...CALL, conversationTurns: 20 };

describe('the sentences of the charts', () => {
  it('say whether calls or conversations are counted per day', () => {
    assert.equal(chartName(ENGLISH, 'call', CONVERSATION), 'Cost per conversation');
    assert.equal(curveName(ENGLISH, 'calls', CALL), 'Cost per month by calls per day');
    assert.equal(
      curveName(ENGLISH, 'calls', CONVERSATION),
      'Cost per month by conversations per day',
    );
    assert.equal(axisName(ENGLISH, 'calls', CALL), 'Calls per day');
    assert.equal(axisName(ENGLISH, 'calls', CONVERSATION), 'Conversations per day');
    assert.equal(axisName(ENGLISH, 'output', CONVERSATION), 'Output tokens');
  });

  it('say that the cost of several files is of all calls', () => {
    assert.equal(chartName(ENGLISH, 'call', CALL, 34), 'Cost of all calls');
    assert.equal(chartName(ENGLISH, 'call', CONVERSATION, 34), 'Cost of all conversations');
    assert.equal(curveName(ENGLISH, 'output', CALL, 34), 'Cost of all calls by output tokens');
    assert.equal(curveName(ENGLISH, 'output', CALL), 'Cost per call by output tokens');
    assert.equal(columnLabel(ENGLISH, 'call', false, 34), 'All calls');
    assert.equal(columnLabel(ENGLISH, 'call', true, 34), 'All conversations');
  });

  /** The lines of o1, compared with 180 other models. */
  const linesOf = (lines: number, crossing: number, most = 10_000) => ({
    yours: { name: 'o1' },
    curves: Array.from({ length: lines }, () => undefined),
    compared: 180,
    crossing,
    now: 500,
    most,
  });
  const output = (curves: ReturnType<typeof linesOf>) =>
    ({ kind: 'output', scenario: CALL, curves }) as const;
  const calls = { kind: 'calls', scenario: CALL, curves: linesOf(0, 0, 1000) } as const;

  it('say in one sentence up to where no other model changes places with yours', () => {
    assert.equal(
      noCrossovers(ENGLISH, [output(linesOf(0, 0))]),
      'Up to 10,000 output tokens, none of 180 other models changes places with o1: what costs less stays cheaper.',
    );
    assert.match(
      noCrossovers(ENGLISH, [output(linesOf(0, 0)), calls]),
      /^Up to 10,000 output tokens and up to 1,000 calls a day, none of 180 other models /,
    );
  });

  it('say that there is nothing to compare', () => {
    const curves = linesOf(0, 0);
    const alone = { ...calls, curves: { ...curves, compared: 0 } };
    assert.match(noCrossovers(ENGLISH, [alone]), /^There is no other model/);
    const none = { ...calls, curves: { ...curves, yours: undefined } };
    assert.match(noCrossovers(ENGLISH, [none]), /^Your model cannot be bought/);
  });

  it('say how many of the listed models a chart shows', () => {
    assert.equal(chartedModels(ENGLISH, 12, 195), '12 models, and 195 more in the table');
    assert.equal(chartedModels(ENGLISH, 1, 0), '1 model');
  });

  it('say which of the models that change places have a line', () => {
    assert.deepEqual(describeLines(ENGLISH, output(linesOf(4, 7))), [
      'Up to 10,000 output tokens, 7 of 180 other models change places with o1.',
      'Drawn are the 3 nearest to 500 output tokens.',
    ]);
    assert.match(describeLines(ENGLISH, output(linesOf(2, 1)))[0] ?? '', /1 of 180 .* changes/);
    assert.deepEqual(describeLines(ENGLISH, output(linesOf(3, 2))), [
      'Up to 10,000 output tokens, 2 of 180 other models change places with o1.',
    ]);
  });
});
