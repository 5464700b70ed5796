// Measures the extension's share of the extension host's time. VS Code's own work per key is many times larger.
import { Session, type Profiler } from 'node:inspector/promises';

/** Sampling interval in microseconds. */
const INTERVAL_US = 100;

/** Records a CPU profile of this thread until the returned function is called. */
export async function startProfile(): Promise<() => Promise<Profiler.Profile>> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: INTERVAL_US });
  await session.post('Profiler.start');
  return async () => {
    const { profile } = await session.post('Profiler.stop');
    session.disconnect();
    return profile;
  };
}

/** Microseconds on the profile's clock. */
export function profileClockUs(): number {
  return Number(process.hrtime.bigint() / 1000n);
}

/** Milliseconds per interval with the script on the stack. */
export function timeOf(
  script: string,
  { nodes, samples = [], timeDeltas = [], startTime }: Profiler.Profile,
  spans: readonly (readonly [startUs: number, endUs: number])[],
): readonly number[] {
  const isIts = stacksWith(script, nodes);
  const timesUs = spans.map(() => 0);
  let nowUs = startTime;
  let span = 0;
  for (const [index, node] of samples.entries()) {
    const tookUs = timeDeltas[index] ?? 0;
    nowUs += tookUs;
    while (span < spans.length && nowUs > (spans[span]?.[1] ?? 0)) span++;
    const [startUs = Infinity] = spans[span] ?? [];
    if (nowUs >= startUs && isIts.has(node)) timesUs[span] = (timesUs[span] ?? 0) + tookUs;
  }
  return timesUs.map((us) => us / 1000);
}

/** Nodes of the call tree that belong to a script or lie below it. */
function stacksWith(script: string, nodes: readonly Profiler.ProfileNode[]): ReadonlySet<number> {
  const found = new Set<number>();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const take = ({ id, children = [] }: Profiler.ProfileNode): void => {
    found.add(id);
    for (const child of children) {
      const node = byId.get(child);
      if (node) take(node);
    }
  };
  for (const node of nodes) if (node.callFrame.url.endsWith(script)) take(node);
  return found;
}
