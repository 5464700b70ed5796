interface UsersModels {
  readonly modelId: string;
  readonly baselineId: string;
  readonly pinnedIds: readonly string[];
  readonly usedIds: readonly string[];
}

/** The models that the current selection has in any case. */
export function keptIds(settings: UsersModels): readonly string[] {
  const { modelId, baselineId, pinnedIds, usedIds } = settings;
  return [modelId, baselineId, ...pinnedIds, ...usedIds];
}
