import assert from 'node:assert/strict';
import type { TemplateFacts } from '../../../../src/core/files/templates/facts';
import {
  fillIn,
  markOf,
  templateNotes,
  whyBroken,
  withoutValue,
} from '../../../../src/wording/views/templates';
import { ENGLISH } from '../../../../src/wording/words';

const NOTHING: TemplateFacts = {
  samples: 1,
  allSamples: 1,
  filled: [],
  partly: [],
  open: [],
  asWritten: [],
  structures: [],
  files: [],
  broken: [],
};

describe('the sentences on the values of a template', () => {
  it('say what was filled in, from where, and what was not', () => {
    const facts = {
      ...NOTHING,
      filled: ['a', 'b\u202E'],
      asWritten: ['{{#each c}}'],
      files: ['x.sample.json'],
    };
    assert.deepEqual(templateNotes(ENGLISH, facts), [
      'Counted with sample values of x.sample.json: a, b\\u202e.',
      'The placeholder {{#each c}} is counted as written, not as the text that replaces it.',
    ]);
    assert.deepEqual(templateNotes(ENGLISH, { ...NOTHING, filled: ['a'] }), [
      'Counted with sample values: a.',
    ]);
    assert.deepEqual(
      templateNotes(ENGLISH, { ...NOTHING, structures: ['{{#each c}}', '{% if a %}'] }),
      [
        'Loops, conditions, other statements and comments are not run. They are counted as written, with all that stands in them: {{#each c}}, {% if a %}.',
      ],
    );
    const long = { ...NOTHING, structures: [`{# ${'note '.repeat(1000)}#}`] };
    // 79 characters and an ellipsis.
    const shown = `{# ${'note '.repeat(15)}n…`;
    assert.ok(templateNotes(ENGLISH, long)[0]?.endsWith(`all that stands in them: ${shown}.`));
    assert.deepEqual(templateNotes(ENGLISH, NOTHING), []);
  });

  it('say how many samples are counted, and why not all', () => {
    const notes = (samples: number, allSamples: number) =>
      templateNotes(ENGLISH, { ...NOTHING, samples, allSamples });
    assert.deepEqual(notes(3, 3), ['The count is the mean of 3 samples.']);
    assert.deepEqual(notes(100, 2000), [
      'The count is the mean of the first 100 of 2,000 samples; more would take too long.',
    ]);
    assert.equal(markOf(ENGLISH, 1), 'with sample values');
    assert.equal(markOf(ENGLISH, 3), 'mean of 3 samples');
  });

  it('offer to fill in what has no value', () => {
    const offer = (facts: Partial<TemplateFacts>) => {
      const all = { ...NOTHING, ...facts };
      return `${withoutValue(ENGLISH, all)} ${fillIn(ENGLISH, all)}`;
    };
    assert.equal(offer({ open: ['a', 'b'] }), '2 placeholders without a value: fill in…');
    assert.equal(offer({ open: ['a'] }), '1 placeholder without a value: fill in…');
    assert.equal(offer({ partly: ['a'] }), 'Some samples lack a value: change…');
    assert.equal(offer({ filled: ['a'] }), 'All placeholders have a value: change…');
  });

  it('name what was expected of a broken file', () => {
    for (const kind of ['notJson', 'notObjects', 'emptyList'] as const)
      assert.match(
        whyBroken(ENGLISH, { kind }),
        /Expected: one JSON object, or a list of objects\.$/,
      );
    assert.match(
      whyBroken(ENGLISH, { kind: 'entry', entry: 3 }),
      /^entry 3 of its list is no object\./,
    );
  });
});
