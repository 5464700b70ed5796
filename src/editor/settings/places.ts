/** The places of settings files, the most precise first, as VS Code's `inspect` names them. */
const PLACES = [
  'workspaceFolderLanguageValue',
  'workspaceLanguageValue',
  'globalLanguageValue',
  'workspaceFolderValue',
  'workspaceValue',
  'globalValue',
] as const;

/** The values of a setting in the settings files; undefined: VS Code does not know the setting. */
export type Places = { readonly [Place in (typeof PLACES)[number]]?: unknown } | undefined;

interface Setting {
  readonly key: string;
  readonly places: Places;
}

/** A value as written. */
export interface Written {
  /** The setting that has it, below `apiSpend`. */
  readonly key: string;
  readonly value: unknown;
}

/** Whether any settings file has a value. */
export function isSet(places: Places): boolean {
  return PLACES.some((place) => places?.[place] !== undefined);
}

/**
 * The value that applies of a setting and of the one that it replaced: that of the most precise place; where one place
 * has both, that of the newer setting. Undefined: no place has any.
 */
export function newestOf(setting: Setting, former: Setting | undefined): Written | undefined {
  for (const place of PLACES) {
    for (const each of [setting, former]) {
      const value = each?.places?.[place];
      if (each && value !== undefined) return { key: each.key, value };
    }
  }
  return undefined;
}
