import assert from 'node:assert/strict';
import { completeScenario, type FullScenario } from '../../../../src/core/scenario/scenario';
import {
  describeCrossover,
  lineChartText,
  type NamedCrossover,
} from '../../../../src/wording/page/crossovers';
import { ENGLISH } from '../../../../src/wording/words';

const CALL = completeScenario({ outputTokens: 500 });
const CONVERSATION: FullScenario = { ...CALL, conversationTurns: 20 };

describe('the sentences of where costs cross', () => {
  const at = (from: number, mark = '', range?: NamedCrossover['range']) => ({
    from,
    mark,
    range,
    cheaper: 'o3',
    dearer: 'o1',
  });
  const output = { kind: 'output', most: 10_000, scenario: CALL } as const;
  const calls = { kind: 'calls', most: 1000, scenario: CALL } as const;

  it('say from where on a model costs less', () => {
    const sentences = [
      describeCrossover(ENGLISH, calls, at(2000)),
      describeCrossover(ENGLISH, { ...calls, scenario: CONVERSATION }, at(1)),
      describeCrossover(ENGLISH, output, at(1)),
      describeCrossover(ENGLISH, output, at(1361, '≈')),
    ];
    assert.deepStrictEqual(sentences, [
      'From 2,000 calls a day on, o3 costs less than o1.',
      'From 1 conversation a day on, o3 costs less than o1.',
      'From 1 output token on, o3 costs less than o1.',
      'From ≈1,361 output tokens on, o3 costs less than o1.',
    ]);
  });

  it('say where the crossing may be within the range of the counts', () => {
    assert.equal(
      describeCrossover(ENGLISH, output, at(533, '≈', { from: 0, to: 2085 })),
      'From ≈533 output tokens on (0 to 2,085 within the range of the counts), o3 costs less than o1.',
    );
  });

  it('say that it may be nowhere', () => {
    assert.equal(
      describeCrossover(ENGLISH, output, at(533, '≈', { from: 120, to: undefined })),
      'From ≈533 output tokens on (within the range of the counts from 120 on, or not at all up to 10,000), o3 costs less than o1.',
    );
  });

  it('are in the text of the picture', () => {
    assert.equal(
      lineChartText(ENGLISH, 'Cost per call', ['From 1.', 'From 2.']),
      'Cost per call. From 1. From 2.',
    );
  });
});
