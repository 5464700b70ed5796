// Links of Markdown pages as a package needs them: a registry's page cannot follow relative ones.
import { posix } from 'node:path';

/**
 * @typedef {object} Place
 * @property {string} from path of the page in the repository
 * @property {(path: string) => string | undefined} packaged where the page finds a file of the repository inside the
 *   package, relative to itself; undefined if not there
 * @property {{ readonly files: string, readonly pictures: string } | undefined} pages addresses of the repository
 */

/** Between these comments are pictures, which a page without an address does not have. */
const PICTURES = /<!-- pictures -->\n+([\s\S]*?)<!-- \/pictures -->\n\n?/g;

const LINK = /(!?)\[([^\]]*)\]\(([^)\s]+)\)/g;

/**
 * A page with links that lead somewhere wherever it is read: into the package, or to the repository's address. Where
 * neither is known, a link becomes its text with the path, and a picture is left out.
 * @param {string} markdown
 * @param {Place} place
 */
export function packagedPage(markdown, place) {
  const page = markdown.replaceAll(PICTURES, (_, pictures) => (place.pages ? `${pictures}\n` : ''));
  return page.replaceAll(LINK, (link, mark, text, target) =>
    isRelative(target) ? rewritten(place, { mark, text, target }) : link,
  );
}

/** @param {string} target */
function isRelative(target) {
  return !/^(?:[a-z][a-z+.-]*:|#|\/\/)/i.test(target);
}

/**
 * @param {Place} place
 * @param {{ readonly mark: string, readonly text: string, readonly target: string }} link
 */
function rewritten({ from, packaged, pages }, { mark, text, target }) {
  const [path = '', anchor] = target.split('#');
  const file = posix.join(posix.dirname(from), path);
  const hash = anchor === undefined ? '' : `#${anchor}`;
  const inside = packaged(file);
  if (inside !== undefined) return `${mark}[${text}](${inside}${hash})`;
  if (pages) return `${mark}[${text}](${mark ? pages.pictures : pages.files}/${file}${hash})`;
  if (mark) return '';
  return text.replaceAll('`', '') === file ? text : `${text}: ${file}`;
}
