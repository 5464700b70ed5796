import { projectFolder } from './hosts.mjs';
import { isInstalled, markInstalled } from './installStamp.mjs';
import { runNpm } from './npm.mjs';

/** Installs the project's packages unless they are those of package-lock.json already. */
export function installProject() {
  if (isInstalled(projectFolder)) return;
  console.log('Installing the packages of the project …');
  runNpm(['ci', '--include=dev'], projectFolder);
  markInstalled(projectFolder);
}
