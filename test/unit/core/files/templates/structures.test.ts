import assert from 'node:assert/strict';
import { placeholdersIn } from '../../../../../src/core/files/templates/placeholder';
import { templateFacts } from '../../../../../src/core/files/templates/facts';
import { holdsPlaceholders } from '../../../../../src/core/files/templates/mayHaveValues';
import { structuresIn } from '../../../../../src/core/files/templates/structures';
import { mayHaveTags } from '../../../../../src/core/files/templates/tagMarks';

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
    // A tag with a percent sign or a brace, and longer than a line.
    [
      '{% if n % 2 == 0 %}long {{a}}{% else %}short {{b}}{% endif %} c',
      ['{% if n % 2 == 0 %}long {{a}}{% else %}short {{b}}{% endif %}'],
    ],
    [
      '{% for r in rows %}{% if loop.index % 2 == 0 %}A{% endif %}{{name}} and {{r}}{% endfor %}',
      ['{% for r in rows %}{% if loop.index % 2 == 0 %}A{% endif %}{{name}} and {{r}}{% endfor %}'],
    ],
    ['{% set d = {"a": 1} %}{{a}}', ['{% set d = {"a": 1} %}']],
    [`{% set d = ["${'a'.repeat(2000)}"] %}b`, [`{% set d = ["${'a'.repeat(2000)}"] %}`]],
    [`<% f("${'a'.repeat(2000)}"); %>b`, [`<% f("${'a'.repeat(2000)}"); %>`]],
    ['{{#if a~}}{{b}}{{/if~}}c', ['{{#if a~}}{{b}}{{/if~}}']],
    // A block is closed by its own word.
    ['{% if a %}{% endfor %}{{b}}{% endif %}{{c}}', ['{% if a %}{% endfor %}{{b}}{% endif %}']],
    ['{{#if a}}{{/each}}{{b}}{{/if}}{{c}}', ['{{#if a}}{{/each}}{{b}}{{/if}}']],
    ['{% for a in b %}{% if c %}{% endfor %}{{d}}', ['{% for a in b %}{% if c %}{% endfor %}']],
    [
      '{% if a %}{% raw %}{% if %}{% endraw %}{% endif %}{{b}}',
      ['{% if a %}{% raw %}{% if %}{% endraw %}{% endif %}'],
    ],
    [
      '{{#> card}}{{a}}{{/card}}{{#*inline "b"}}{{a}}{{/inline}}c',
      ['{{#> card}}{{a}}{{/card}}', '{{#*inline "b"}}{{a}}{{/inline}}'],
    ],
    // Words of other engines are blocks where they have an end: Django's `trans` has none, Jinja's has one.
    ['{% trans "a" %}{{b}}', ['{% trans "a" %}']],
    ['{% trans %}{{b}}{% endtrans %}c', ['{% trans %}{{b}}{% endtrans %}']],
    ['{% cache 5 %}{{b}}{% endcache %}c', ['{% cache 5 %}{{b}}{% endcache %}']],
    // A block whose end is missing, as in another file, is one to the end of the text.
    ['{{#if a}}x {{a}}', ['{{#if a}}x {{a}}']],
    [
      '{% for x in xs %}{{x}}{% if y %}{{y}}{% endif %}',
      ['{% for x in xs %}{{x}}{% if y %}{{y}}{% endif %}'],
    ],
    // A comment of any length, with what stands in it; the first end is its end.
    ...[
      ['{{!--', '--}}'],
      ['{{~!--', '--~}}'],
      ['{{! ', '}}'],
      ['{#', '#}'],
    ].map(([start, end]) => {
      const comment = `${start} ${'note '.repeat(1000)}{% if a %} {{#b ${end}`;
      return [`${comment}{{c}}${end}`, [comment]] as const;
    }),
    ['{{!-- a }}{{b}}', ['{{!-- a }}']],
    ['{{!--}}{{b}}', ['{{!--}}']],
    ['# F {#id}\n{{a}}\n{# b #}', ['{# b #}']],
    ['{{! a {{b', []],
  ];
  for (const [text, expected] of texts) {
    it(`are blocks to their ends: ${JSON.stringify(text).slice(0, 99)}`, () => {
      assert.deepEqual(wholes(text), expected);
      assert.equal(mayHaveTags(text) || expected.length === 0, true);
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
      '{% a %}{% endb %}',
      '{{#if a}}{{/b}}',
      '{{!-- a }}',
      '{# a {{! b ',
      '{{#'.padEnd(390, 'a'),
    ]) {
      // Ends of all kinds stand behind all beginnings.
      const text = `${unit.repeat(Math.ceil(100_000 / unit.length))}%}%>#}}}--}}`;
      const started = performance.now();
      structuresIn(text);
      const ms = performance.now() - started;
      assert.ok(ms < 1000, `${unit}: ${ms} ms for 100,000 characters`);
    }
  });
});
