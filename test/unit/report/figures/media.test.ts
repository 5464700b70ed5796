import assert from 'node:assert/strict';
import type { ReportSubject } from '../../../../src/protocol/subject';
import { callsOf } from '../../../../src/report/figures/ownCalls';
import { priceModels } from '../../../../src/report/figures/question';
import { bundledModel } from '../../../support/priceTables';
import { questionAbout, subjectOf } from '../../../support/reports';

const models = ['openai/gpt-4o', 'anthropic/claude-opus-5', 'deepseek/deepseek-r1'].map(
  bundledModel,
);

function pictureOf(subject: ReportSubject): ReportSubject {
  const media = [{ kind: 'image' as const, width: 1024, height: 1024 }];
  return { ...subject, files: subject.files.map((file) => ({ ...file, own: { media } })) };
}

describe('a picture in the report', () => {
  const subject = pictureOf(subjectOf(models, { 'photo.png': 0 }));

  it('has the tokens of each model', () => {
    const asked = questionAbout(models, subject, { outputTokens: 500 });
    const atMs = Date.parse('2026-11-23T12:00:00Z');
    const question = { ...asked, atMs, calls: callsOf(subject, true) };
    const rows = [...priceModels(question).values()];
    // 85 + 4 x 170; 37 x 37; and a model that reads text alone.
    assert.deepEqual(
      rows.map(({ count, price }) => [count.tokens, price.kind === 'priced' ? '' : price.reason]),
      [
        [765, ''],
        [1369, ''],
        [0, 'noImages'],
      ],
    );
  });

  it('asks for the same calls again, and for none without a picture', () => {
    assert.equal(callsOf(subject, true), callsOf(subject, true));
    assert.deepEqual(callsOf(subjectOf(models, { 'a.md': 5 }), true), []);
  });
});
