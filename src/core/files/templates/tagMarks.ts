/**
 * The beginnings of tags and comments; of Mustache's and Handlebars' tags, the whole.
 * - comments: `{{! a }}`, `{{!-- a --}}`, `{# a #}`, but no heading of Markdown with an id, `{#id}`
 * - Mustache and Handlebars: `{{#each items}}`, `{{^items}}`, `{{/each}}`
 * - Jinja and Liquid: `{% for item in items %}`, `{% set a = 1 %}`, `{% endfor %}`
 * - EJS and ERB: `<% if (a) { %>`, `<% } %>`, `<%# a %>`, but no `<%= a %>`
 */
export const TAG =
  /(?<note>\{\{~?!(?:--)?|(?<!\{)\{#(?!\w[^#{}\n]{0,99}\}))|\{\{~?\s{0,9}(?<sign>[#^/])[\s>*]{0,9}(?<name>[^\s{}~>*][^\s{}~]{0,199})(?:[\s~][^{}]{0,199})?\}\}|\{%[-+]?\s{0,9}(?<word>\w{1,30})|(?<code><%(?![=\-%]))/gu;

/** Whether a text may have control structures or comments: it has the beginning of one. */
export function mayHaveTags(text: string): boolean {
  return text.search(TAG) !== -1;
}
