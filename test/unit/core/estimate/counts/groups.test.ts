import assert from 'node:assert/strict';
import { countGroups, groupModels, groupOf } from '../../../../../src/core/estimate/counts/groups';
import { countForModel } from '../../../../../src/core/estimate/counts/model';
import { tallyScripts } from '../../../../../src/core/tokens/estimates/scriptTally';
import { bundledTable } from '../../../../support/priceTables';

describe('groups of models with equal counts', () => {
  it('give every model of the table its own count', () => {
    const { models } = bundledTable();
    const groups = groupModels(models);
    const tokens = new Map(groups.encodings.map((encoding, index) => [encoding, 100 + index]));
    const tally = tallyScripts('const a = 1;\n'.repeat(20));
    const counts = countGroups(groups, [{ tokens, tally, languageId: 'typescript' }]);
    assert.ok(groups.models.length < 30, `${groups.models.length} groups`);
    for (const model of models) {
      const count = { tokens: tokens.get(model.tokenizer.encoding as never) ?? 0, tally };
      assert.deepEqual(
        counts[groups.keys.indexOf(groupOf(model))],
        countForModel(model, count, 'typescript'),
        model.id,
      );
    }
  });

  it('count the parts of a text in one language as one text', () => {
    const groups = groupModels(bundledTable().models);
    const part = (tokens: number, text: string, languageId: string) => ({
      tokens: new Map(groups.encodings.map((encoding) => [encoding, tokens])),
      tally: tallyScripts(text),
      languageId,
    });
    const code = 'const a = 1;\n';
    const parts = countGroups(groups, [part(7, code, 'python'), part(14, code + code, 'python')]);
    assert.deepEqual(parts, countGroups(groups, [part(21, code.repeat(3), 'python')]));
    assert.deepEqual(
      new Set(countGroups(groups, []).map(({ tokens, high }) => tokens + high)),
      new Set([0]),
    );
  });
});
