import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { visibleText } from '../../../core/figures/visibleText';
import type { Source } from '../../../core/pricing/table/priceTable';

/** Where a price was read; only an https address becomes a link. */
export function SourceLink({ source }: { readonly source: Source }): JSX.Element {
  if (source.origin === 'user') return <>{l10n.t('your settings')}</>;
  if (!source.url.startsWith('https://')) return <bdi>{visibleText(source.url)}</bdi>;
  return (
    <a href={source.url} title={visibleText(source.url)}>
      <bdi>{visibleText(hostOf(source.url))}</bdi>
    </a>
  );
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
