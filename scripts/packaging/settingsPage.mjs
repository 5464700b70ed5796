// docs/settings.md, made of the manifest: what Settings of VS Code shows.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../host/hosts.mjs';

/**
 * @typedef {object} Setting
 * @property {string | readonly string[]} [type]
 * @property {unknown} [default]
 * @property {string} [description]
 * @property {string} [markdownDescription]
 * @property {string} [markdownDeprecationMessage]
 * @property {readonly string[]} [enum]
 * @property {readonly string[]} [enumDescriptions]
 * @property {number} [minimum]
 * @property {number} [maximum]
 * @property {string} [scope]
 * @property {number} order
 *
 * @typedef {Readonly<Record<string, string>>} Texts of package.nls.json
 *
 * @typedef {object} Section
 * @property {string} title
 * @property {number} order
 * @property {Readonly<Record<string, Setting>>} properties
 */

const HEAD = `# Settings

<!-- Written by \`npm run settings\` from package.json and package.nls.json: change the texts there. -->

All settings can be set for the user, and for a workspace but where "user only" stands. A lock marks those of a workspace
that are ignored until you trust its folder. \`API Spend: Set Scenario\` and the report write those of the call for you;
\`.api-spend.json\` gives most of them to [a team](team.md).`;

export function settingsPage() {
  const manifest = read('package.json');
  const texts = read('package.nls.json');
  const restricted = new Set(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations);
  /** @type {readonly Section[]} */
  const sections = manifest.contributes.configuration;
  const parts = sections
    .toSorted((a, b) => a.order - b.order)
    .map(({ title, properties }) => {
      const rows = Object.entries(properties)
        .toSorted(([, a], [, b]) => a.order - b.order)
        .map(([key, setting]) => row(key, setting, { texts, restricted }));
      const table = ['| Setting | Default | What it does |', '| --- | --- | --- |', ...rows];
      return `## ${resolve(title, texts)}\n\n${table.join('\n')}`;
    });
  return `${[HEAD, ...parts].join('\n\n')}\n`;
}

/** @param {string} name of a JSON file */
function read(name) {
  return JSON.parse(readFileSync(join(projectFolder, name), 'utf8'));
}

/**
 * @param {string} key
 * @param {Setting} setting
 * @param {{ texts: Texts, restricted: ReadonlySet<string> }} from
 */
function row(key, setting, { texts, restricted }) {
  const { description, markdownDescription, markdownDeprecationMessage } = setting;
  const text = markdownDescription ?? description ?? markdownDeprecationMessage ?? '';
  const lock = restricted.has(key) ? ' 🔒' : '';
  const only = ['application', 'machine'].includes(setting.scope ?? '') ? ' (user only)' : '';
  const name = markdownDeprecationMessage === undefined ? `\`${key}\`` : `~~\`${key}\`~~`;
  const told = [plain(resolve(text, texts), texts), values(setting, texts)]
    .filter(Boolean)
    .join(' ');
  return `| ${name}${lock}${only} | ${defaultOf(setting)} | ${told.replaceAll('|', '\\|')} |`;
}

/** @param {Setting} setting */
function defaultOf({ default: value }) {
  const isNothing =
    value === undefined || value === '' || /^(?:\{\}|\[\])$/.test(JSON.stringify(value));
  if (isNothing) return '';
  if (Array.isArray(value)) return value.map((each) => `\`${each}\``).join(' ');
  if (typeof value === 'number') return `\`${value.toLocaleString('en')}\``;
  return `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
}

/**
 * What a setting can be.
 * @param {Setting} setting
 * @param {Texts} texts
 */
function values({ enum: names, enumDescriptions = [], minimum, maximum }, texts) {
  if (names)
    return names
      .map(
        (name, index) =>
          `\`${name}\`: ${plain(resolve(enumDescriptions[index] ?? '', texts), texts)}`,
      )
      .join(' ');
  if (maximum === undefined) return '';
  return `From ${(minimum ?? 0).toLocaleString('en')} to ${maximum.toLocaleString('en')}.`;
}

/**
 * @param {string} text with `%key%`, or itself
 * @param {Texts} texts
 */
function resolve(text, texts) {
  const key = /^%(.+)%$/.exec(text)?.[1];
  return key === undefined ? text : (texts[key] ?? text);
}

/**
 * What only VS Code can follow, as text: a link that runs a command as the command's name, one to a setting as its key.
 * @param {string} markdown
 * @param {Texts} texts
 */
function plain(markdown, texts) {
  return markdown
    .replaceAll(/\[([^\]]*)\]\(command:apiSpend\.(\w+)[^)]*\)/g, (_, text, command) => {
      return `${text} (\`API Spend: ${texts[`command.${command}`]}\`)`;
    })
    .replaceAll(/`#([^#`]+)#`/g, '`$1`');
}
