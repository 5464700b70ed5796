import assert from 'node:assert/strict';
import { placeholdersIn } from '../../../../../src/core/files/templates/placeholder';
import { templateFacts } from '../../../../../src/core/files/templates/facts';
import { holdsPlaceholders } from '../../../../../src/core/files/templates/mayHaveValues';
import { hasStructures, structuresIn } from '../../../../../src/core/files/templates/structures';

function wholes(text: string): readonly string[] {
  return structuresIn(text).map(({ start, end }) => text.slice(start, end));
}

describe('control structures of a template', () => {
  const texts: readonly (readonly [text: string, wholes: readonly string[]])[] = [
    ['a {{#each b}}{{this}}{{/each}} c', ['{{#each b}}{{this}}{{/each}}']],
    ['{{#messages}}{{content}}{{/messages}}', ['{{#messages}}{{content}}{{/messages}}']],
    ['{{#if a}}x{{else}}y{{/if}}{{^b}}z{{/b}}', ['{{#if a}}x{{else}}y{{/if}}', '{{^b}}z{{/b}}']],
    [
      '{%- for a in b -%}{% if a %}x{% endif %}{%- endfor -%}y',
      ['{%- for a in b -%}{% if a %}x{% endif %}{%- endfor -%}'],
    ],
    ['{% set a %}x{% endset %}{% set a = 1 %}', ['{% set a %}x{% endset %}', '{% set a = 1 %}']],
    ['{% raw %}{{a}}{% endraw %}', ['{% raw %}{{a}}{% endraw %}']],
    [
      '<% list.forEach((a) => { %>x<% }) %>y<%# note %>',
      ['<% list.forEach((a) => { %>x<% }) %>', '<%# note %>'],
    ],
    ['{{! a }}{{!-- b --}}{# c #}', ['{{! a }}', '{{!-- b --}}', '{# c #}']],
    // No structures: values, a heading of Markdown with an id, ends and branches alone.
    ['{{a}} ${b} <%= c %> <%- d %> {e} # F {#id} {{/if}} {% else %} {% endif %} <% } %>', []],
    ['{{#if a}}x {{a}}', ['{{#if a}}']],
  ];
  for (const [text, expected] of texts) {
    it(`are blocks to their ends: ${JSON.stringify(text)}`, () => {
      assert.deepEqual(wholes(text), expected);
      assert.equal(hasStructures(text) || expected.length === 0, true);
    });
  }

  it('are said once each, and what stands in them has no value to ask for', () => {
    const text =
      '{{b}}{{#each a}}{{b}}{{c}}{{/each}}{{#each a}}{{d}}{{/each}}{{e | upper}}{! no !}';
    const values = [{ b: 'x', c: 'y', d: 'z' }];
    const resolved = { samples: values, files: [], broken: [] };
    const facts = templateFacts(placeholdersIn(text, 'marked'), values, resolved);
    assert.deepEqual(facts.filled, ['b']);
    assert.deepEqual(facts.open, []);
    assert.deepEqual(facts.asWritten, ['{{e | upper}}']);
    assert.deepEqual(facts.structures, ['{{#each a}}']);
  });

  it('make a text one of which something is said', () => {
    assert.equal(holdsPlaceholders('Hello{# note #}'), true);
    assert.equal(holdsPlaceholders('{% set a = 1 %}'), true);
    assert.equal(holdsPlaceholders('Hello {name}'), false);
  });

  it('of f-strings are formats, which are counted as written', () => {
    const found = placeholdersIn('{price:.2f} {name!r} {name} {{"a": 1}}', 'braces');
    const names = found.map(({ written, name, brace }) => brace ?? name ?? written);
    assert.deepEqual(names, ['{price:.2f}', '{name!r}', 'name', '{', '}']);
  });

  it('are found in linear time', () => {
    for (const unit of [
      '{{!--',
      '{{! ',
      '{#',
      '{{#a',
      '{{#a}}',
      '{% if ',
      '{% if a %}',
      '<% ',
      '<% { %>',
      '%',
      '{% a'.padEnd(190),
    ]) {
      const text = unit.repeat(Math.ceil(100_000 / unit.length));
      const started = performance.now();
      structuresIn(text);
      const ms = performance.now() - started;
      assert.ok(ms < 1000, `${unit}: ${ms} ms for 100,000 characters`);
    }
  });
});
