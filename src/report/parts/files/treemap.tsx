import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { layOutTreemap, type Area, type Tile, type Treemap } from '../../../core/charts/treemap';
import { foldersTo, type FileNode } from '../../../core/charts/fileTree';
import { visibleText } from '../../../core/figures/visibleText';
import {
  describeFile,
  describeNodeCost,
  filesLabel,
  restOfFiles,
} from '../../../wording/page/files';
import type { Actions } from '../../actions';
import type { PageState } from '../../state/pageState';
import { useWords } from '../../words';
import { useWidth } from '../charts/useWidth';

const HEIGHT = 260;
/** Room for a name and an amount. */
const LEAST = { width: 72, height: 40 };

interface Props {
  readonly root: FileNode;
  readonly state: PageState;
  readonly actions: Actions;
}

/** Areas by cost. A file opens in the editor, a folder fills the picture; the table below has the same content. */
export function TreemapView({ root, state, actions }: Props): JSX.Element {
  const words = useWords();
  const [ref, width] = useWidth<HTMLDivElement>();
  const folders = foldersTo(root, state.zoomedFolder);
  const folder = folders.at(-1) ?? root;
  const figure = useFocusAfterZoom(folder.path);
  const map = layOutTreemap(folder, { width, height: HEIGHT, least: LEAST });
  return (
    <figure class="treemap" aria-label={filesLabel(words, 'treemap')} ref={figure}>
      {folders.length > 1 && <Folders folders={folders} actions={actions} />}
      <div class="tiles" ref={ref}>
        {width > 0 &&
          map.tiles.map((tile) => (
            <TileView key={tile.node.path} tile={tile} root={root} actions={actions} />
          ))}
        {width > 0 && map.rest && <RestView rest={map.rest} />}
      </div>
    </figure>
  );
}

/** The pressed tile is gone after a zoom: the focus goes to the way back, or to the first tile. */
function useFocusAfterZoom(path: string) {
  const ref = useRef<HTMLElement>(null);
  const last = useRef(path);
  useEffect(() => {
    if (last.current === path) return;
    last.current = path;
    ref.current?.querySelector('button')?.focus();
  }, [path]);
  return ref;
}

interface FoldersProps {
  readonly folders: readonly FileNode[];
  readonly actions: Actions;
}

/** The way back: each folder above the shown one. */
function Folders({ folders, actions }: FoldersProps): JSX.Element {
  const words = useWords();
  return (
    <nav class="folders" aria-label={filesLabel(words, 'folders')}>
      {folders.slice(0, -1).map(({ name, path }) => (
        <span key={path}>
          <button type="button" class="link" onClick={() => actions.update({ zoomedFolder: path })}>
            <bdi>{visibleText(name)}</bdi>
          </button>
          <span aria-hidden="true"> / </span>
        </span>
      ))}
      <bdi aria-current="location">{visibleText(folders.at(-1)?.name ?? '')}</bdi>
    </nav>
  );
}

interface TileProps {
  readonly tile: Tile;
  readonly root: FileNode;
  readonly actions: Actions;
}

function TileView({ tile, root, actions }: TileProps): JSX.Element {
  const words = useWords();
  const { node } = tile;
  const isFolder = node.index === undefined;
  const description = describeFile(words, node, root.cost);
  return (
    <button
      type="button"
      class={isFolder ? 'tile folder' : 'tile'}
      style={placed(tile)}
      title={description}
      aria-label={description}
      onClick={() => {
        if (node.index === undefined) actions.update({ zoomedFolder: node.path });
        else actions.openFile(node.index);
      }}
    >
      <bdi class="tile-name">{visibleText(isFolder ? `${node.name}/` : node.name)}</bdi>
      <span class="tile-cost">{describeNodeCost(words, node)}</span>
    </button>
  );
}

/** A note below the picture if its tile has no room for it. */
function RestView({ rest: { of, area } }: { readonly rest: NonNullable<Treemap['rest']> }) {
  const words = useWords();
  const text = restOfFiles(words, of);
  const hasRoom = area.width >= LEAST.width && area.height >= LEAST.height;
  return (
    <>
      <div class="tile rest" style={placed(area)} title={text} aria-hidden="true">
        {hasRoom && text}
      </div>
      <p class={hasRoom ? 'hidden' : 'hint rest-note'}>{text}</p>
    </>
  );
}

function placed({
  x,
  y,
  width,
  height,
}: Area): Readonly<Record<'left' | 'top' | 'width' | 'height', string>> {
  return { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` };
}
