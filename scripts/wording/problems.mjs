// What is wrong in a translation. Pure.

/** @typedef {import('./bundles.mjs').Bundle} Bundle */
/** @typedef {import('./bundles.mjs').TranslatedManifest} TranslatedManifest */

const MARK = /\[(zero|one|two|few|many|other)\]/;
const PLACEHOLDER = /\{\d+\}/g;

/** What stays as it is in every language: settings, options, addresses, code, links to commands. */
const LITERAL =
  /#?apiSpend\.[\w.]+\w#?|`(?!API Spend: )[^`]+`|(?<![\w-])--[a-z][\w-]*|https?:\/\/[^\s"]+[\w/]|\(command:[^)]+\)|\.api-spend\.json/g;

/**
 * The forms of a message, by the plural category of their numbers; a message without marks has one, `other`.
 * @param {string} message
 * @returns {ReadonlyMap<string, string>}
 */
export function formsOf(message) {
  const [whole = '', ...marked] = message.split(MARK);
  if (marked.length === 0) return new Map([['other', whole]]);
  /** @type {Map<string, string>} */
  const forms = new Map(whole === '' ? [] : [['', whole]]);
  for (let index = 0; index < marked.length; index += 2)
    forms.set(marked[index] ?? '', marked[index + 1] ?? '');
  return forms;
}

/** @param {string} message */
export function hasForms(message) {
  return MARK.test(message);
}

/** @param {string} language @returns {readonly string[]} */
export function categoriesOf(language) {
  return new Intl.PluralRules(language).resolvedOptions().pluralCategories;
}

/**
 * @param {string} language
 * @param {Bundle} english
 * @param {Bundle} translated
 * @param {Bundle} manifest English titles of commands
 * @param {TranslatedManifest} titles the same in the language
 * @returns {readonly string[]}
 */
export function bundleProblems(language, english, translated, manifest, titles) {
  return [
    ...keyProblems(english, translated),
    ...Object.keys(english).flatMap((message) => {
      const translation = translated[message];
      if (translation === undefined) return [];
      return [
        ...textProblems(message, translation),
        ...formProblems(language, message, translation),
        ...literalProblems(message, translation),
        ...commandProblems(message, translation, manifest, titles),
      ].map((problem) => `${JSON.stringify(message)} ${problem}`);
    }),
  ];
}

/**
 * @param {Bundle} english
 * @param {TranslatedManifest} translated
 * @returns {readonly string[]}
 */
export function manifestProblems(english, translated) {
  return [
    ...keyProblems(english, translated),
    ...Object.entries(english).flatMap(([key, text]) => {
      const entry = translated[key];
      if (entry === undefined) return [];
      const { message, comment } = entry;
      if (typeof message !== 'string' || !Array.isArray(comment)) {
        return [`${key} is not { "message": "…", "comment": ["the English text"] }`];
      }
      const [madeFrom] = comment;
      return [
        ...(madeFrom === text ? [] : [`was made from other English: ${JSON.stringify(madeFrom)}`]),
        ...textProblems(text, message),
        ...literalProblems(text, message),
        ...commandProblems(text, message, english, translated),
      ].map((problem) => `${key} ${problem}`);
    }),
  ];
}

/**
 * @param {object} english
 * @param {object} translated
 */
function keyProblems(english, translated) {
  return [
    ...Object.keys(english)
      .filter((key) => !Object.hasOwn(translated, key))
      .map((key) => `${JSON.stringify(key)} is missing`),
    ...Object.keys(translated)
      .filter((key) => !Object.hasOwn(english, key))
      .map((key) => `${JSON.stringify(key)} is not used`),
  ];
}

/**
 * @param {string} message
 * @param {string} translation
 */
function textProblems(message, translation) {
  return [
    ...(translation.trim() === '' ? ['is empty'] : []),
    ...(translation === translation.trim() || message !== message.trim()
      ? []
      : ['begins or ends with a space']),
    ...(/[\r\n]/.test(translation) === /[\r\n]/.test(message) ? [] : ['has other line ends']),
  ];
}

/**
 * @param {string} language
 * @param {string} message
 * @param {string} translation
 */
function formProblems(language, message, translation) {
  const [forms, ownForms] = [formsOf(message), formsOf(translation)];
  if (!hasForms(message)) {
    return hasForms(translation)
      ? ['has no forms in English, so none is chosen']
      : placeholderProblems(placeholdersOf(message), translation);
  }
  const all = placeholdersOf(message);
  const categories = categoriesOf(language);
  const needed = forms.has('one')
    ? categories.filter((category) => category === 'one' || category === 'other')
    : ['other'];
  return [
    ...needed.filter((category) => !ownForms.has(category)).map((form) => `lacks [${form}]`),
    ...[...ownForms.keys()]
      .filter((category) => !categories.includes(category))
      .map((category) =>
        category === ''
          ? 'has text before its first form'
          : `has [${category}], which is never used`,
      ),
    ...[...ownForms].flatMap(([category, form]) => {
      // English may leave out the number of its form for one ("the selection"), so others may.
      const needs = category === 'one' ? placeholdersOf(forms.get('one') ?? message) : all;
      return placeholderProblems(needs, form, all);
    }),
  ];
}

/**
 * @param {string} text
 * @returns {ReadonlySet<string>}
 */
function placeholdersOf(text) {
  return new Set(text.match(PLACEHOLDER));
}

/**
 * @param {ReadonlySet<string>} needed
 * @param {string} text
 * @param {ReadonlySet<string>} allowed
 */
function placeholderProblems(needed, text, allowed = needed) {
  const own = placeholdersOf(text);
  return [
    ...[...needed].filter((each) => !own.has(each)).map((each) => `drops ${each}`),
    ...[...own].filter((each) => !allowed.has(each)).map((each) => `invents ${each}`),
  ];
}

/**
 * @param {string} message
 * @param {string} translation
 */
function literalProblems(message, translation) {
  const [own, needed] = [translation, message].map((text) => new Set(text.match(LITERAL)));
  return [...(needed ?? [])]
    .filter((literal) => !own?.has(literal))
    .map((literal) => `lacks ${literal}`);
}

/**
 * A sentence names a command as the Command Palette of the language does.
 * @param {string} message
 * @param {string} translation
 * @param {Bundle} manifest
 * @param {TranslatedManifest} titles
 */
function commandProblems(message, translation, manifest, titles) {
  return Object.entries(manifest).flatMap(([key, title]) => {
    const isNamed = [`API Spend: ${title}`, `"${title}"`, `“${title}”`].some((name) =>
      message.includes(name),
    );
    const own = titles[key]?.message;
    if (!key.startsWith('command.') || !isNamed || own === undefined) return [];
    return translation.includes(own) ? [] : [`does not name the command "${own}"`];
  });
}
