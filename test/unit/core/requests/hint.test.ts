import assert from 'node:assert/strict';
import { looksLikeRequests } from '../../../../src/core/requests/hint';

describe('the hint at API requests', () => {
  for (const start of [
    '{"custom_id": "a", "method": "POST"',
    '{ "recordId" : "a", "modelInput": {',
    '{"model": "gpt-4o", "messages": [',
    '{"contents":[{"parts":[{"text":"a"}]}]}',
  ]) {
    it(`is given by ${start}`, () => assert.equal(looksLikeRequests(start), true));
  }

  for (const start of ['', '{"name": "messages"}', '{"message": "a"}', '["messages"]']) {
    it(`is not given by ${start || 'nothing'}`, () =>
      assert.equal(looksLikeRequests(start), false));
  }
});
