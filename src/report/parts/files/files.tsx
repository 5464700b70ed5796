import type { JSX } from 'preact';
import { shownFolders } from '../../../core/charts/shownFolders';
import type { Estimate } from '../../../core/estimate/estimate';
import { visibleText } from '../../../core/figures/visibleText';
import type { Actions } from '../../actions';
import type { PageState } from '../../state/pageState';
import { partsHeading, partsHints } from '../../../wording/page/fileChoice';
import { filesHeading, ownFilesHeading } from '../../../wording/page/files';
import type { Words } from '../../../wording/words';
import { fileEntries } from '../../figures/files/entries';
import type { View } from '../../figures/view';
import { useWords } from '../../words';
import { useRoom } from '../charts/useRoom';
import { FileTreeView } from './tree';
import { HEIGHTS, pictureOf } from './tileLabel';
import { layOutInHeights } from './treemapHeight';
import { TreemapView } from './treemap';

interface Props {
  readonly view: View;
  readonly state: PageState;
  readonly actions: Actions;
}

/** Costs by file as they are, or for the cheapest model that fits; only in a report on files. */
export function FilesView(props: Props): JSX.Element | null {
  const { headline, subject } = props.view;
  const row = headline.current ?? headline.cheapest;
  return subject.kind === 'files' && row ? <Files {...props} row={row} /> : null;
}

/** Picture and table of all files, or of one folder. */
function Files({ row, view, state, actions }: Props & { readonly row: Estimate }): JSX.Element {
  const words = useWords();
  const [measure, room] = useRoom<HTMLDivElement>();
  const { root, ownModels, requestsIn, pricedAs, around } = fileEntries(view, row, state.leftOut);
  const folders = room
    ? shownFolders(root, state.zoomedFolder, (folder) =>
        layOutInHeights(folder, pictureOf(words, room), HEIGHTS),
      )
    : [root];
  const shown = folders.at(-1) ?? root;
  const isTogether = view.subject.choice?.as === 'one';
  return (
    <section aria-labelledby="files-heading">
      <h2 id="files-heading">{headingOf(words, row, isTogether)}</h2>
      {isTogether && <p class="hint">{partsHints(words, around).join(' ')}</p>}
      <TreemapView {...{ folders, shown, measure, room, actions }} />
      <FileTreeView
        all={root}
        root={shown}
        onModels={ownModels}
        requestsIn={requestsIn}
        pricedAs={pricedAs}
        {...{ state, actions }}
      />
    </section>
  );
}

function headingOf(
  words: Words,
  { shares, model, scenario }: Estimate,
  isTogether: boolean,
): string {
  if (shares) return ownFilesHeading(words, scenario);
  const name = visibleText(model.name);
  return isTogether ? partsHeading(words, name) : filesHeading(words, name, scenario);
}
