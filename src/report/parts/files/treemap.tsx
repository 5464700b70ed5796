import type { JSX, RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { FileNode } from '../../../core/charts/fileTree';
import { isRest } from '../../../core/charts/restFolder';
import type { Area } from '../../../core/charts/treemap';
import { visibleText } from '../../../core/figures/visibleText';
import {
  describeEntry,
  filesLabel,
  moreFiles,
  restOfFiles,
  undrawnFiles,
} from '../../../wording/page/files';
import type { Actions } from '../../actions';
import type { Words } from '../../../wording/words';
import { useWords } from '../../words';
import type { Room } from '../charts/useRoom';
import { HEIGHTS, pictureOf, tileLabel } from './tileLabel';
import { layOutInHeights, type HighTreemap } from './treemapHeight';

interface Props {
  /** From the one of all files to the shown one. */
  readonly folders: readonly FileNode[];
  readonly shown: FileNode;
  /** Measures the width of the picture. */
  readonly measure: RefObject<HTMLDivElement | null>;
  /** Undefined before the first layout. */
  readonly room: Room | undefined;
  readonly actions: Actions;
}

/** Areas by cost. A file opens in the editor, a folder fills the picture; the table below has the same content. */
export function TreemapView({ folders, shown, measure, room, actions }: Props): JSX.Element {
  const words = useWords();
  const figure = useFocusAfterZoom(room && folders[0], shown.path);
  const map = room && layOutInHeights(shown, pictureOf(words, room), HEIGHTS);
  return (
    <figure class="treemap" aria-label={filesLabel(words, 'treemap')} ref={figure}>
      {folders.length > 1 && <Folders folders={folders} actions={actions} />}
      <div class="tiles" ref={measure} style={{ blockSize: `${map?.height ?? HEIGHTS[0]}px` }}>
        {room && map && <Tiles {...{ map, shown, room, actions }} />}
      </div>
    </figure>
  );
}

interface TilesProps {
  readonly map: HighTreemap;
  readonly shown: FileNode;
  readonly room: Room;
  readonly actions: Actions;
}

function Tiles({ map: { tiles, rest }, shown, room, actions }: TilesProps): JSX.Element {
  const words = useWords();
  const press = ({ index, path }: FileNode): void =>
    index === undefined ? actions.update({ zoomedFolder: path }) : actions.openFile(index);
  return (
    <>
      {tiles.map(({ node, ...area }) => (
        <TileView
          key={node.path}
          node={node}
          description={describeEntry(words, node, shown)}
          area={area}
          room={room}
          press={() => press(node)}
        />
      ))}
      {rest?.area && (
        <TileView
          node={rest.folder}
          description={restOfFiles(words, rest.folder)}
          area={rest.area}
          room={room}
          press={() => press(rest.folder)}
        />
      )}
      {rest && !rest.area && <Undrawn rest={rest.folder} press={press} />}
    </>
  );
}

interface UndrawnProps {
  readonly rest: FileNode;
  readonly press: (node: FileNode) => void;
}

/** What is not in the picture, said below it; a single entry as its tile would be. */
function Undrawn({ rest, press }: UndrawnProps): JSX.Element {
  const words = useWords();
  const [first = rest, ...others] = rest.children;
  const target = others.length === 0 ? first : rest;
  const kind = target.index === undefined ? '' : ' file';
  return (
    <button type="button" class={`link rest-note${kind}`} onClick={() => press(target)}>
      {undrawnFiles(words, rest)}
    </button>
  );
}

/**
 * The pressed tile is gone after a zoom: the focus goes to the way back, or to the first tile. Where other files are
 * shown, nobody has zoomed: the page stays where it is.
 *
 * @param root all files; undefined before the first layout.
 * @param path of the shown folder.
 */
function useFocusAfterZoom(root: FileNode | undefined, path: string) {
  const ref = useRef<HTMLElement>(null);
  const last = useRef({ root, path });
  useEffect(() => {
    const before = last.current;
    last.current = { root, path };
    if (!root || before.root !== root || before.path === path) return;
    ref.current?.querySelector('button')?.focus();
  }, [root, path]);
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
      {folders.slice(0, -1).map((folder) => (
        <span key={folder.path}>
          <button
            type="button"
            class="link"
            onClick={() => actions.update({ zoomedFolder: folder.path })}
          >
            <bdi>{nameOf(words, folder)}</bdi>
          </button>
          <span aria-hidden="true"> / </span>
        </span>
      ))}
      {folders.slice(-1).map((folder) => (
        <bdi key={folder.path} aria-current="location">
          {nameOf(words, folder)}
        </bdi>
      ))}
    </nav>
  );
}

function nameOf(words: Words, folder: FileNode): string {
  return isRest(folder) ? moreFiles(words, folder.fileCount) : visibleText(folder.name);
}

interface TileProps {
  readonly node: FileNode;
  readonly description: string;
  readonly area: Area;
  readonly room: Room;
  readonly press: () => void;
}

/** A file, which opens in the editor, or a folder or the rest of one, which fills the picture. */
function TileView({ node, description, area, room, press }: TileProps): JSX.Element {
  const { name, amount, isVertical, isOneLine } = tileLabel(useWords(), node, area, room);
  const forms = `${isVertical ? ' vertical' : ''}${isOneLine ? ' one-line' : ''}`;
  const kind = isRest(node) ? ' rest' : node.index === undefined ? ' folder' : '';
  return (
    <button
      type="button"
      class={`tile${kind}`}
      style={placed(area)}
      title={description}
      aria-label={description}
      onClick={press}
    >
      <span class={`tile-label${forms}`}>
        {name.length > 0 && <bdi class="tile-name">{linesOf(name)}</bdi>}
        {isOneLine && ' '}
        <span class="tile-cost">{linesOf(amount)}</span>
      </span>
    </button>
  );
}

function linesOf(lines: readonly string[]): readonly JSX.Element[] {
  return lines.map((line, index) => <span key={index}>{line}</span>);
}

function placed({
  x,
  y,
  width,
  height,
}: Area): Readonly<Record<'left' | 'top' | 'width' | 'height', string>> {
  return { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` };
}
