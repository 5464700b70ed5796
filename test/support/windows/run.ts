// Runs the terminal program with fake files, and prints the outputs as JSON. The argument: [args, files] for each run.
import { runTerminal, type TerminalRun } from '../terminal';

type Run = readonly [args: readonly string[], files: Readonly<Record<string, string>>];

async function main(runs: readonly Run[]): Promise<void> {
  const outputs: TerminalRun[] = [];
  for (const [args, files] of runs) outputs.push(await runTerminal(args, files));
  process.stdout.write(JSON.stringify(outputs));
}

void main(JSON.parse(process.argv[2] ?? '') as readonly Run[]);
