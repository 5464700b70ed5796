import type { JSX } from 'preact';
import { visibleText } from '../../../core/figures/visibleText';
import type { Source } from '../../../core/pricing/table/priceTable';
import { TEAM_FILE_NAME } from '../../../core/team/fileName';
import { tableLabel } from '../../../wording/page/table';
import { sourcePlace } from '../../../wording/trust';
import { useWords } from '../../words';

interface Props {
  readonly source: Source;
  /** With the path of its page, where there is room. */
  readonly hasPath?: boolean;
}

/** The source of a price; a link only if its address is https. */
export function SourceLink({ source, hasPath = false }: Props): JSX.Element {
  const words = useWords();
  if (source.origin === 'team') return <>{TEAM_FILE_NAME}</>;
  if (source.origin === 'user') return <>{tableLabel(words, 'ownSource')}</>;
  if (!source.url.startsWith('https://')) return <bdi>{source.name}</bdi>;
  return (
    <a href={source.url} title={visibleText(source.url)}>
      <bdi>{hasPath ? visibleText(sourcePlace(words, source)) : source.name}</bdi>
    </a>
  );
}
