import { env } from 'vscode';
import { exportMarkdown } from '../../core/export/markdown';
import { idsOf } from '../../core/pricing/names/resolveModel';
import { toldValues } from '../../core/files/templates/facts';
import { comparisonCopied } from '../../wording/comparison';
import { ENGLISH_EXPORT } from '../../wording/documents/export';
import { confirmation } from '../live/confirmation';
import type { LiveEstimate } from '../live/estimate';
import { nextComplete } from '../live/nextReady';
import { selectionOf } from '../live/selection';
import type { UsedModels } from '../live/usedModels';
import { subjectText } from '../subject/named';
import { wordsOf } from '../words';

/** Copies the comparison of what can be bought now as Markdown. */
export async function copyComparison(
  live: LiveEstimate,
  used: Pick<UsedModels, 'ids'>,
  version: string,
): Promise<void> {
  const { subject, result } = await nextComplete(live);
  const { atMs, settings, table, estimate, model } = result;
  const { models, more } = selectionOf(result, used.ids);
  const [baselineId = ''] = idsOf(table, [settings.baselineName], atMs);
  const { scenario, currency, staleAfterDays } = settings;
  const pinnedIds = idsOf(table, settings.pinnedNames, atMs);
  await env.clipboard.writeText(
    exportMarkdown(
      {
        version,
        atMs,
        scenario,
        paths: [subjectText(wordsOf(settings), subject)],
        templates: [toldValues(result.template?.facts)],
        rows: models.map(estimate),
        moreModels: more,
        baselineId,
        currency,
        userId: model.id,
        pinnedIds,
        staleAfterDays,
      },
      ENGLISH_EXPORT,
    ),
  );
  confirmation.say(comparisonCopied(wordsOf()));
}
