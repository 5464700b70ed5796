import type { ReportSubject } from './subject';

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

/** The models that files of the subject, or requests in them, are priced on in place of the user's. */
export function ownModelIds(subject: ReportSubject | undefined): readonly string[] {
  return [...new Set(subject?.files.flatMap(idsOfFile))];
}

function idsOfFile({ own, requests }: ReportSubject['files'][number]): readonly string[] {
  return [own, ...(requests?.calls ?? [])].flatMap((of) => of?.modelId ?? []);
}
