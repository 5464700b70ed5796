import { isRecord } from '../../../core/json';
import type { Memory } from '../../memory';

/** Key of the values, by the URIs of the templates. */
const KEY = 'templateValues';

/** More templates are not remembered; the oldest is forgotten. */
const MOST_TEMPLATES = 200;

export type TextsByName = Readonly<Record<string, string>>;

/** The values that the user gave for templates. They stay on the machine, outside the workspace's files. */
export class OwnValues {
  readonly #memory: Memory;
  readonly #changed: () => void;

  constructor(memory: Memory, changed: () => void) {
    this.#memory = memory;
    this.#changed = changed;
  }

  of(uri: string): TextsByName {
    const values = this.#all()[uri];
    const entries = Object.entries(isRecord(values) ? values : {});
    return Object.fromEntries(
      entries.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    );
  }

  /** @param values empty: all are forgotten. */
  async set(uri: string, values: TextsByName): Promise<void> {
    const { [uri]: _, ...others } = this.#all();
    const kept = Object.fromEntries(Object.entries(others).slice(1 - MOST_TEMPLATES));
    const isEmpty = Object.keys(values).length === 0;
    await this.#memory.update(KEY, isEmpty ? kept : { ...kept, [uri]: values });
    this.#changed();
  }

  #all(): Readonly<Record<string, unknown>> {
    const stored: unknown = this.#memory.get(KEY);
    return isRecord(stored) ? stored : {};
  }
}
