import type { Io } from './io';

export async function readVersion(io: Io): Promise<string> {
  const manifest = new TextDecoder().decode(await io.readShippedFile('package.json'));
  return (JSON.parse(manifest) as { version: string }).version;
}
