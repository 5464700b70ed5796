import { projectFolder } from './hosts.mjs';
import { isInstalled, markInstalled } from './installStamp.mjs';
import { runNpm } from './npm.mjs';

/** Installs the project's packages, unless package-lock.json has not changed since the last install. */
export function installProject() {
  if (isInstalled(projectFolder)) return;
  console.log('Installing the packages …');
  runNpm(['ci', '--include=dev'], projectFolder);
  markInstalled(projectFolder);
}
