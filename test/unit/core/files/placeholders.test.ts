import assert from 'node:assert/strict';
import { findPlaceholders, isTemplate } from '../../../../src/core/files/placeholders';

describe('placeholders', () => {
  const texts: [text: string, found: readonly string[]][] = [
    ['Dear {{name}}, about ${topic}: {{name}}', ['{{name}}', '${topic}']],
    ['{{ user.name }} {{{raw}}} {{x|upper}}', ['{{ user.name }}', '{{raw}}', '{{x|upper}}']],
    [
      '${input:topic:what to write about} ${HOME}',
      ['${input:topic:what to write about}', '${HOME}'],
    ],
    ['{{größe}} ${名前}', ['{{größe}}', '${名前}']],
    ['{{\n  name\n}}', ['{{ name }}']],
    ['{{customer name}} {{$input}} {{@index}}', ['{{customer name}}', '{{$input}}', '{{@index}}']],
    [
      '${{ inputs.topic }} {{items[0].name}}, {{date now "long"}}',
      ['${{ inputs.topic }}', '{{items[0].name}}', '{{date now "long"}}'],
    ],
    [
      '{{#each items}}{{this}}{{else}}{{> empty}}{{/each}}{{^x}}{{/x}}{{! note }}{{!-- {{y}} --}}',
      ['{{#each items}}', '{{this}}', '{{> empty}}', '{{^x}}', '{{y}}'],
    ],
    [
      '{% for a in b %}{% include "c" %}{%- if d -%}{% endif %}{% endfor %}{# note #}{% set e = 1 %}',
      ['{% for a in b %}', '{% include "c" %}', '{%- if d -%}'],
    ],
    ['<%= topic %> <%- raw %> <% if (x) { %> <%# note %>', ['<%= topic %>', '<%- raw %>']],
    ['{name} { {a} } {{}} ${} {{1}} $name {{/if}} ${a b} {{a {{a\n\nb}} {{{}}}', []],
  ];
  for (const [text, found] of texts) {
    it(`are found in ${JSON.stringify(text)}`, () => {
      assert.deepStrictEqual(findPlaceholders(text), found);
    });
  }

  it('are searched for in prompts, not in code', () => {
    assert.deepStrictEqual(
      [
        isTemplate('plaintext', '/Untitled-1'),
        isTemplate('markdown', '/a.md'),
        isTemplate('yaml', '/summary.prompt.yml'),
        isTemplate('html', '/mail.HBS'),
        isTemplate('javascript', '/a.js'),
        isTemplate('yaml', '/.github/workflows/prompt.yml'),
      ],
      [true, true, true, true, false, false],
    );
  });

  it('are found in linear time', () => {
    for (const unit of [
      '{',
      '{{ ',
      '{{a',
      '${a:',
      '{{a|',
      '$',
      '{{a}',
      '{{a '.padEnd(200),
      '{{ '.padEnd(15),
      '{% if '.padEnd(200),
      '<%= a'.padEnd(200),
    ]) {
      const text = unit.repeat(Math.ceil(100_000 / unit.length));
      const started = performance.now();
      findPlaceholders(text);
      const ms = performance.now() - started;
      assert.ok(ms < 500, `${unit}: ${ms} ms for 100,000 characters`);
    }
  });
});
