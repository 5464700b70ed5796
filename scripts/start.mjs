// `npm start [FOLDER]`: prints an estimate and its command, then opens FOLDER in a VS Code with the extension.
// `npm start -- --screenshots DIR`: prints the estimate, then saves screenshots instead.
// `npm start -- --walkthrough DIR`: prints the estimate, then saves the pictures of the walkthrough instead.
import { relative } from 'node:path';
import { projectFolder } from './host/hosts.mjs';
import { installProject } from './host/installProject.mjs';
import { runScript } from './humanError.mjs';
import { needProgram } from './program.mjs';
import { readStartOptions, samplePrompt } from './starting/options.mjs';

/** @param {string} folder */
async function openWindow(folder) {
  const { chooseDesktop, openDesktopWindow } = await import('./starting/desktopWindow.mjs');
  const desktop = await chooseDesktop();
  if ('executable' in desktop) return openDesktopWindow(desktop.executable, folder);
  console.log(`No desktop VS Code: ${desktop.reason}. One is served for your browser instead.`);
  const { serveWindow } = await import('./starting/servedWindow.mjs');
  return serveWindow(folder);
}

await runScript(async () => {
  const startedIn = process.env['INIT_CWD'] ?? process.cwd(); // npm changes to the project's folder
  const { folder, screenshots, walkthrough } = readStartOptions(process.argv.slice(2), startedIn);
  installProject();
  await needProgram('build', []);
  const sample = relative(projectFolder, samplePrompt);
  console.log(`node dist/cli.js estimate ${sample}\n`);
  console.log(await needProgram('estimate', ['estimate', sample]));
  if (screenshots !== undefined)
    await (await import('./starting/screenshots.mjs')).takeScreenshots(screenshots);
  else if (walkthrough !== undefined)
    await (await import('./starting/walkthroughPictures.mjs')).takePictures(walkthrough);
  else await openWindow(folder);
  return 0;
});
