import assert from 'node:assert/strict';
import { completeScenario, type FullScenario } from '../../../../src/core/scenario/scenario';
import {
  axisName,
  chartedModels,
  chartName,
  curveName,
  describeCrossover,
  drawnLines,
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

  it('say up to where no two lines cross, or that there are no two', () => {
    assert.equal(
      noCrossovers(ENGLISH, 'output', 12, 5000, CALL),
      'No two of the 12 models cross up to 5,000 output tokens: the order stays as it is.',
    );
    assert.match(noCrossovers(ENGLISH, 'calls', 1, 1000, CALL), /^There are no two models/);
  });

  it('say how many of the listed models a chart shows', () => {
    assert.equal(chartedModels(ENGLISH, 12, 195), '12 models, and 195 more in the table');
    assert.equal(chartedModels(ENGLISH, 1, 0), '1 model');
  });

  it('say which of the compared models have a line', () => {
    assert.equal(
      drawnLines(ENGLISH, 'output', { drawn: 4, compared: 36, now: 500 }, CALL),
      'Lines: 4 of 36 compared models, those that cross nearest to 500 output tokens.',
    );
  });

  it('say from where on a model costs less', () => {
    const at = (from: number, mark = '') => ({ from, mark, cheaper: 'o3', dearer: 'o1' });
    const sentences = [
      describeCrossover(ENGLISH, 'calls', at(2000), CALL),
      describeCrossover(ENGLISH, 'calls', at(1), CONVERSATION),
      describeCrossover(ENGLISH, 'output', at(1), CALL),
      describeCrossover(ENGLISH, 'output', at(1361, '≈'), CALL),
    ];
    assert.deepStrictEqual(sentences, [
      'From 2,000 calls a day on, o3 costs less than o1.',
      'From 1 conversation a day on, o3 costs less than o1.',
      'From 1 output token on, o3 costs less than o1.',
      'From ≈1,361 output tokens on, o3 costs less than o1.',
    ]);
  });
});
