import assert from 'node:assert/strict';
import { sampledCount } from '../../../../src/core/estimate/counts/sampled';
import type { TemplateFacts } from '../../../../src/core/files/templates/facts';
import {
  fillIn,
  longestNote,
  markOf,
  spreadOf,
  templateNotes,
  toldTemplate,
  whyBroken,
  withoutValue,
  worstNote,
} from '../../../../src/wording/views/templates';
import { describeMisfits } from '../../../../src/wording/comparison';
import { ENGLISH } from '../../../../src/wording/words';
import { exact, rowOf, seedModels } from '../../../support/reports';

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
    assert.deepEqual(notes(3, 3), [
      'Tokens and cost are the means of 3 samples, each priced by itself.',
    ]);
    assert.deepEqual(notes(100, 2000), [
      'Tokens and cost are the means of the first 100 of 2,000 samples, each priced by itself; more would take too long.',
    ]);
    assert.equal(markOf(ENGLISH, 1), 'with sample values');
    assert.equal(markOf(ENGLISH, 3), 'mean of 3 samples');
  });

  it('name the sample that costs the most beside the mean', () => {
    const count = sampledCount([1000, 2001].map(exact));
    const [model] = seedModels();
    assert.ok(model);
    // 1,000 and 2,001 tokens at 15 USD per million: 0.015 and 0.030015, on average 0.0225075.
    const mean = rowOf(model, [count], { outputTokens: 0 });
    assert.equal(
      spreadOf(ENGLISH, mean),
      '2 samples: on average 1,500.5 tokens, $0.0225; the most expensive: 2,001 tokens, $0.0300 (sample 2).',
    );
    assert.equal(
      worstNote(ENGLISH, mean),
      'mean of 2 samples; the most expensive: 2,001 tokens, $0.0300 (sample 2)',
    );
    assert.equal(longestNote(ENGLISH, count), 'mean of 2 samples; at most 2,001 tokens (sample 2)');
    const one = rowOf(model, [exact(1)], { outputTokens: 0 });
    assert.deepEqual(
      [spreadOf(ENGLISH, one), worstNote(ENGLISH, one), longestNote(ENGLISH, exact(1))],
      [undefined, undefined, undefined],
    );
  });

  it('say of the longest sample that it does not fit', () => {
    const [model] = seedModels();
    assert.ok(model);
    const row = rowOf(model, [sampledCount([1, 300_000].map(exact))], { outputTokens: 0 });
    assert.deepEqual(describeMisfits(ENGLISH, row), [
      'the longest of 2 samples does not fit the context window',
    ]);
  });

  it('tell in exports where values are from, and which are missing', () => {
    const told = { samples: 3, allSamples: 3, files: ['x.sample.json'], asWritten: ['{{topic}}'] };
    assert.deepEqual(toldTemplate(ENGLISH, told, undefined), [
      'Values of x.sample.json.',
      'Tokens and cost are the means of 3 samples, each priced by itself.',
      'The placeholder {{topic}} is counted as written, not as the text that replaces it.',
    ]);
    assert.deepEqual(toldTemplate(ENGLISH, undefined, undefined), []);
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
