/** Languages of prompts and templates. In code, `{{` and `${` mean something else. */
const TEMPLATE_LANGUAGES: ReadonlySet<string> = new Set([
  'plaintext',
  'markdown',
  'prompt',
  'prompty',
  'instructions',
  'chatagent',
  'skill',
  'jinja',
  'handlebars',
  'mustache',
  'liquid',
]);

const TEMPLATE_FILE = /\.(?:prompt(?:\.\w+)?|prompty|j2|jinja2?|hbs|mustache|liquid)$/i;

/** Whether to look for placeholders in a text. */
export function isTemplate(languageId: string, path: string): boolean {
  return TEMPLATE_LANGUAGES.has(languageId) || TEMPLATE_FILE.test(path);
}

/**
 * Placeholders that change the length of the prompt: another text replaces, repeats or drops them. Block ends and
 * comments are left out.
 * - `{{name}}`, `{{customer name}}`, `{{ user.name | upper }}`, `{{$input}}`, `${{ inputs.topic }}`,
 *   `{{> partial}}`, `{{#each items}}`, `{{^items}}`
 * - `${topic}`, `${input:topic:what to write about}`
 * - `{% for item in items %}`, `{% if topic %}`, `{% include "rules.md" %}`
 * - `<%= topic %>`
 */
const PLACEHOLDER = new RegExp(
  [
    /\$?\{\{~?\s{0,9}[#^>&]?\s{0,9}(?!else\b)[\p{L}_$@][^{}\n]{0,199}\s{0,9}\}\}/u,
    /\$\{[\p{L}_][\p{L}\p{N}_.-]{0,99}(?::[^{}\n]{0,99})?\}/u,
    /\{%[-+]?\s{0,9}(?:for|if|include)\s[^{}%\n]{0,199}%\}/u,
    /<%[=-]\s{0,9}[\p{L}_$@][^%\n]{0,199}%>/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gu',
);

/** The different placeholders of a text, as written, in order of appearance. */
export function findPlaceholders(text: string): readonly string[] {
  const found = matchPlaceholders(text);
  return [...new Set(Array.from(found, ([written]) => written.replaceAll(/\s+/g, ' ')))];
}

/** The placeholders of a text, each at its place. */
export function matchPlaceholders(text: string): RegExpStringIterator<RegExpExecArray> {
  return text.matchAll(PLACEHOLDER);
}

/** Whether a text has a placeholder; as fast as the first one is found. */
export function hasPlaceholders(text: string): boolean {
  return text.search(PLACEHOLDER) !== -1;
}
