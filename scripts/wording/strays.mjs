// Texts in the source that no translator sees, found in its syntax tree.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const load = createRequire(import.meta.url);
const l10nDev = load.resolve('@vscode/l10n-dev');

/** Two words, as a sentence has them and a name of the program has not. */
const WORDS = /\p{L}{2,} +\p{L}{2,}/u;

/** A word with a capital letter, as a label has it. */
const LABEL = /^\p{Lu}\p{Ll}{2,}/u;

/** What holds parts of sentences together. */
const GLUE = /^(?:[,;:.] | \(|\(|\)|\) )$/;

/** Calls whose texts are for programmers. */
const FOR_PROGRAMMERS =
  /^(?:(?:.+[.#])?log\.\w+|console\.\w+|v\.description|new (?:Range|Type|Syntax|Aggregate)?Error)$/;

/** Attributes of the page that are read by nobody. */
const SILENT_ATTRIBUTES = new Set([
  'class',
  'className',
  'd',
  'style',
  'viewBox',
  'transform',
  'points',
  'preserveAspectRatio',
]);

/** Attributes that are read aloud or shown. */
const READ_ATTRIBUTES =
  /^(?:title|alt|placeholder|label|aria-(?:label|description|valuetext|roledescription))$/;

/**
 * A node of the syntax tree, as far as it is used.
 * @typedef {{
 *   readonly type: string, readonly text: string, readonly startIndex: number, readonly endIndex: number,
 *   readonly parent: Node | null, readonly firstChild: Node | null, readonly namedChildren: Node[],
 *   child(index: number): Node | null, childForFieldName(name: string): Node | null, equals(other: Node): boolean
 * }} Node
 */

/** @returns {Promise<(code: string) => Node>} */
async function makeParser() {
  const path = load.resolve('web-tree-sitter', { paths: [dirname(l10nDev)] });
  // The extractor has a parser, too, and what the package exports is another thing once it is ready.
  delete load.cache[path];
  /** @type {any} */
  const TreeSitter = load(path);
  await TreeSitter.init();
  const parser = new TreeSitter();
  parser.setLanguage(
    await TreeSitter.Language.load(join(dirname(l10nDev), 'tree-sitter-tsx.wasm')),
  );
  return (code) => parser.parse(code).rootNode;
}

/** @type {ReturnType<typeof makeParser> | undefined} */
let made;

/**
 * The texts of a file that a person would read, but for messages.
 *
 * - Everywhere: two words in a text; any word in what the page shows or reads aloud.
 * - In the wording room also labels of one word, and the commas and brackets between parts.
 *
 * @param {string} code
 * @param {{ readonly isWording: boolean }} place
 * @returns {Promise<readonly string[]>}
 */
export async function strayTexts(code, { isWording }) {
  made ??= makeParser();
  const parse = await made;
  return textsIn(parse(code)).flatMap((node) => {
    // The product's name is the same in every language.
    const text = contentOf(node).replaceAll('API Spend', '');
    const isShown = isRead(node) && /\p{L}{2,}/u.test(text);
    const isProse = WORDS.test(text) || (isWording && LABEL.test(text));
    const isGlue = isWording && isGlueIn(node, text);
    const isMarkup = text.startsWith('<');
    return (isShown || isProse || isGlue) && !isMarkup && !isExempt(node) ? [text] : [];
  });
}

/** @param {string} path */
export async function strayTextsOf(path) {
  const isWording = path.replaceAll('\\', '/').includes('src/wording/');
  return strayTexts(readFileSync(path, 'utf8'), { isWording });
}

/** Strings, the fixed parts of template literals, and the text of the page's elements. @param {Node} root */
function textsIn(root) {
  /** @type {Node[]} */
  const found = [];
  /** @param {Node} node */
  const visit = (node) => {
    if (['string', 'template_string', 'jsx_text'].includes(node.type)) found.push(node);
    for (const child of node.namedChildren) visit(child);
  };
  visit(root);
  return found;
}

/** Placeholders of a template literal become the sign of an object. @param {Node} node */
function contentOf(node) {
  if (node.type === 'jsx_text') return node.text.trim();
  if (node.type === 'string') return node.text.slice(1, -1);
  let text = node.text;
  for (const child of node.namedChildren.toReversed()) {
    if (child.type !== 'template_substitution') continue;
    const [start, end] = [child.startIndex - node.startIndex, child.endIndex - node.startIndex];
    text = `${text.slice(0, start)}\uFFFC${text.slice(end)}`;
  }
  return text.slice(1, -1);
}

/** A separator by itself, or between two placeholders of a template literal. @param {Node} node @param {string} text */
function isGlueIn(node, text) {
  if (node.type === 'string') return GLUE.test(text);
  return text.includes('\uFFFC') && text.split('\uFFFC').some((part) => GLUE.test(part));
}

/** @param {Node} node */
function isRead(node) {
  if (node.type === 'jsx_text') return true;
  const { parent } = node;
  return parent?.type === 'jsx_attribute' && READ_ATTRIBUTES.test(parent.child(0)?.text ?? '');
}

/** @param {Node} node */
function isExempt(node) {
  /** @type {Node | null} */
  let parent = node.parent;
  if (!parent) return false;
  if (/literal_type|import|export_statement|switch_case|predefined/.test(parent.type)) return true;
  if (parent.type === 'pair' && parent.firstChild?.equals(node)) return true;
  if (parent.type === 'binary_expression' && /[=!]==/.test(parent.text)) return true;
  for (; parent; parent = parent.parent) {
    if (parent.type === 'jsx_attribute') return SILENT_ATTRIBUTES.has(parent.child(0)?.text ?? '');
    const name = calledName(parent);
    if (name === undefined) continue;
    if (FOR_PROGRAMMERS.test(name)) return true;
    if (/\bl10n\.t$/.test(name)) return isMessage(node, parent);
    if (name.endsWith('.join')) return false;
    if (/function|method/.test(parent.type)) return false;
  }
  return false;
}

/** Only the first argument of the call is a message. @param {Node} node @param {Node} call */
function isMessage(node, call) {
  return call.childForFieldName('arguments')?.namedChildren[0]?.equals(node) ?? false;
}

/** @param {Node} node */
function calledName(node) {
  if (node.type === 'call_expression') return node.childForFieldName('function')?.text;
  if (node.type === 'new_expression') return `new ${node.childForFieldName('constructor')?.text}`;
  return undefined;
}
