import assert from 'node:assert/strict';
import { countBase64 } from '../../../../src/core/media/inText';
import { base64, png } from '../../../support/media';

describe('base64 in a text', () => {
  const url = `data:image/png;base64,${base64(png(3, 4))}${'A'.repeat(100)}`;

  it('is counted by its data: URLs', () => {
    assert.equal(countBase64(`See ![a](${url}) and <img src="${url}">.`), 2);
    assert.equal(countBase64(`data:image/svg+xml;charset=utf-8;base64,${'A'.repeat(100)}`), 1);
  });

  it('is none in other text, or in an example', () => {
    for (const text of ['', 'data:image/png;base64,iVBORw0KGgo=', 'a;base64,b', 'A'.repeat(1000)])
      assert.equal(countBase64(text), 0, text);
  });
});
