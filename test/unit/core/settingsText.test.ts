import assert from 'node:assert/strict';
import { modelNamePlace } from '../../../src/core/settingsText';

/** What a model's name replaces at the mark `|`. */
function replaced(marked: string): string | undefined {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const place = modelNamePlace(text, offset);
  return place && text.slice(place.start, place.end);
}

describe('the name of a model in a settings file', () => {
  it('is expected in the settings of models, inside quotes', () => {
    assert.equal(replaced('{"apiSpend.model": "openai/|"}'), '"openai/"');
    assert.equal(replaced('{"apiSpend.model": "|"}'), '""');
    assert.equal(replaced('{"a": 1, // b\n"apiSpend.baselineModel": "x|y",}'), '"xy"');
    assert.equal(replaced('{"apiSpend.pinnedModels": ["a", "b|"]}'), '"b"');
    assert.equal(replaced('{"settings": {"apiSpend.model": "o|"}}'), '"o"');
  });

  it('is expected nowhere else', () => {
    for (const text of [
      '{"apiSpend.mod|": 1}',
      '{"editor.fontFamily": "o|"}',
      '{"apiSpend.pinnedModels": "o|"}',
      '{"apiSpend.pinnedModels": [["o|"]]}',
      '{"apiSpend.model": ["o|"]}',
      '|',
    ]) {
      assert.equal(replaced(text), undefined, text);
    }
  });
});
