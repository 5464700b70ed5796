// Unpacks the Chromium of the npm package @sparticuz/chromium, with libraries and fonts for systems without them. The
// package is made for AWS Lambda: it unpacks into the temporary folder, and its libraries only if a variable names the
// Lambda runtime.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hosts } from './hosts.mjs';
import { hostNode, installHost } from './installHost.mjs';

const program =
  "const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath();";

/** @returns {string} a folder with `chromium`, `al2023/lib` and `fonts.conf` */
export function unpackedBrowser() {
  installHost('current');
  const folder = join(hosts.current.folder, 'node_modules', '.browser');
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}-${process.pid}`;
  mkdirSync(unfinished);
  execFileSync(hostNode(), ['--input-type=module', '--eval', program], {
    cwd: hosts.current.folder,
    env: { ...process.env, TMPDIR: unfinished, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  writeFileSync(join(unfinished, 'fonts.conf'), fontConfiguration(folder));
  renameSync(unfinished, folder);
  return folder;
}

/**
 * Finds the system's fonts and those from npm, a monospaced one included. Without any font, a page crashes as soon as
 * it shows text.
 * @param {string} folder
 */
function fontConfiguration(folder) {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <dir>${join(folder, '..', 'dejavu-fonts-ttf', 'ttf')}</dir>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'font-cache')}</cachedir>
</fontconfig>
`;
}
