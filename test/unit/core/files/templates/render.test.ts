import assert from 'node:assert/strict';
import { placeholdersIn } from '../../../../../src/core/files/templates/placeholder';
import { renderText } from '../../../../../src/core/files/templates/render';
import type { TemplateValues } from '../../../../../src/core/files/templates/values';

const VALUES = {
  name: 'Ada',
  topic: 'ships',
  count: 3,
  isNew: false,
  nothing: null,
  user: { name: 'Bo', tags: ['x', 'y'] },
  'user.mail': 'bo@example.com',
  'customer name': 'Cy',
  input: 'in',
};

function rendered(
  text: string,
  values: TemplateValues = VALUES,
  style: 'marked' | 'braces' = 'marked',
) {
  return renderText(text, placeholdersIn(text, style), values).text;
}

describe('rendering a template', () => {
  const texts: [text: string, expected: string][] = [
    ['Dear {{name}}, {{ name }}: ${topic}', 'Dear Ada, Ada: ships'],
    ['{{{name}}} {{&name}} <%= topic %> <%- topic %>', 'Ada Ada ships ships'],
    ['${input:topic:what to write about} ${{ topic }} {{$input}}', 'ships ships in'],
    ['{{customer name}}', 'Cy'],
    ['{{count}} {{isNew}} [{{nothing}}]', '3 false []'],
    ['{{user.name}} {{user.mail}} {{user.tags[1]}} {{user.tags.0}}', 'Bo bo@example.com y x'],
    ['{{user}} {{user.tags}}', '{"name":"Bo","tags":["x","y"]} ["x","y"]'],
    // No value, no simple value.
    [
      '{{missing}} {{user.age}} {{user.tags.length}}',
      '{{missing}} {{user.age}} {{user.tags.length}}',
    ],
    ['{{ name | upper }} {{> name}} {{~name~}}', '{{ name | upper }} {{> name}} {{~name~}}'],
    // What stands in a loop or a condition is not rendered by half.
    ['{{#if name}}Hi {{name}}{{/if}} {{name}}', '{{#if name}}Hi {{name}}{{/if}} Ada'],
    [
      '{{#if a}}{{#if b}}{{name}}{{/if}}{{name}}{{/if}}{{name}}',
      '{{#if a}}{{#if b}}{{name}}{{/if}}{{name}}{{/if}}Ada',
    ],
    ['{{name}}{{^user}}{{name}}{{/user}}{{name}}', 'Ada{{^user}}{{name}}{{/user}}Ada'],
    [
      '{% if name %}{{ name }}{% else %}{{ topic }}{% endif %}{{ name }}',
      '{% if name %}{{ name }}{% else %}{{ topic }}{% endif %}Ada',
    ],
    [
      '{% set a = 1 %}{{ name }}{% include "x" %}{{ name }}',
      '{% set a = 1 %}Ada{% include "x" %}Ada',
    ],
    [
      '<% if (name) { %><%= name %><% } else { %><%= topic %><% } %><%= name %>',
      '<% if (name) { %><%= name %><% } else { %><%= topic %><% } %>Ada',
    ],
    ['<% if name %><%= name %><% end %><%= name %>', '<% if name %><%= name %><% end %>Ada'],
    [
      '{{! a {{name}} }}{{!-- {{name}} --}}{# {{name}} #}{{name}}',
      '{{! a {{name}} }}{{!-- {{name}} --}}{# {{name}} #}Ada',
    ],
    // A block without an end, and an end without a block.
    ['{{#if name}}Hi {{name}}', '{{#if name}}Hi {{name}}'],
    ['{{topic}}{% for name in names %}{{name}}', 'ships{% for name in names %}{{name}}'],
    [
      '{% if n % 2 == 0 %}long {{name}}{% else %}short {{topic}}{% endif %}{{name}}',
      '{% if n % 2 == 0 %}long {{name}}{% else %}short {{topic}}{% endif %}Ada',
    ],
    ['{% endif %}{{/if}}<% } %>{{name}}', '{% endif %}{{/if}}<% } %>Ada'],
    [
      '{{#each user.tags}}{{this}} {{@index}}{{/each}}',
      '{{#each user.tags}}{{this}} {{@index}}{{/each}}',
    ],
    [
      '{% for user in users %}{{ user.name }}{{ loop.index }}{% endfor %}',
      '{% for user in users %}{{ user.name }}{{ loop.index }}{% endfor %}',
    ],
    [
      '{{constructor}} {{__proto__}} {{user.constructor}}',
      '{{constructor}} {{__proto__}} {{user.constructor}}',
    ],
    ['{name} <%- topic -%>', '{name} <%- topic -%>'],
  ];
  for (const [text, expected] of texts) {
    it(`replaces what is simple in ${JSON.stringify(text)}`, () => {
      assert.equal(rendered(text), expected);
    });
  }

  it('does not render what stands in a value', () => {
    assert.equal(rendered('{{a}} {{b}}', { a: '{{b}}', b: '$& {{a}}' }), '{{b}} $& {{a}}');
  });

  it('reads single braces in f-strings, where doubled ones are braces', () => {
    assert.equal(
      rendered('{name} {{name}} {user.name} {x:>3} {no}', VALUES, 'braces'),
      'Ada {name} Bo {x:>3} {no}',
    );
  });

  it('knows the place of each offset', () => {
    const text = 'a {{name}} b {{topic}} c';
    const { text: result, placeOf } = renderText(text, placeholdersIn(text, 'marked'), VALUES);
    assert.equal(result, 'a Ada b ships c');
    const range = (start: number, end: number): string =>
      result.slice(placeOf(start, true), placeOf(end, false));
    assert.equal(range(0, text.length), result);
    assert.equal(range(0, 2), 'a ');
    assert.equal(range(2, 10), 'Ada');
    assert.equal(range(10, 13), ' b ');
    // A range that cuts placeholders has their whole values.
    assert.equal(range(5, 15), 'Ada b ships');
  });

  it('takes linear time', () => {
    const text = 'word {{name}} '.repeat(80_000);
    const started = performance.now();
    assert.equal(rendered(text).length, 80_000 * 'word Ada '.length);
    assert.ok(performance.now() - started < 2000);
  });
});
