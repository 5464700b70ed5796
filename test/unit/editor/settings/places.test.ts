import assert from 'node:assert/strict';
import { isSet, newestOf, type Places } from '../../../../src/editor/settings/places';

/** The value that applies of a setting and the one that it replaced. */
function newest(places: Places, former: Places): unknown {
  return newestOf({ key: 'new', places }, { key: 'former', places: former });
}

describe('the places of a setting', () => {
  it('give the value of the most precise one, whichever of the two settings has it', () => {
    assert.deepStrictEqual(newest({ globalValue: 50 }, { workspaceValue: 0.8 }), {
      key: 'former',
      value: 0.8,
    });
    assert.deepStrictEqual(newest({ workspaceFolderValue: 50 }, { workspaceValue: 0.8 }), {
      key: 'new',
      value: 50,
    });
  });

  it('give the newer setting where one place has both', () => {
    assert.deepStrictEqual(newest({ globalValue: 0 }, { globalValue: 0.8 }), {
      key: 'new',
      value: 0,
    });
  });

  it('give nothing where nothing is set', () => {
    assert.equal(newest({}, undefined), undefined);
    assert.equal(newestOf({ key: 'new', places: undefined }, undefined), undefined);
    assert.equal(isSet({ globalLanguageValue: 1 }), true);
    assert.equal(isSet({}), false);
  });
});
