import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from './packages';
import { readPiModel, type PiModel } from './piAi';
import type { PriceSource } from './row';

/** `@oh-my-pi/pi-catalog`: models.dev and the lists of many hosts, in one file. */
export function readPiCatalog(day: string): PriceSource {
  const path = join(packageFolder('@oh-my-pi/pi-catalog'), 'src/models.json');
  const providers = JSON.parse(readFileSync(path, 'utf8')) as Record<
    string,
    Record<string, PiModel>
  >;
  return {
    id: 'pi-catalog',
    day,
    lineage: 'models.dev',
    isDated: false,
    isPartial: false,
    rows: (provider) => Object.values(providers[provider] ?? {}).flatMap(readPiModel),
  };
}
