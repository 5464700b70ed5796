// Draws media/icon.png, which registries and the editor show, from icon.svg. Usage: node scripts/icon/draw.mjs
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../host/browser.mjs';
import { projectFolder } from '../host/hosts.mjs';

/** Width and height in pixels: sharp on screens with two pixels to a point, where registries show 128. */
const SIZE = 256;

const svg = readFileSync(join(import.meta.dirname, 'icon.svg'), 'utf8');
const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
await page.screenshot({ path: join(projectFolder, 'media/icon.png'), omitBackground: true });
await browser.close();
