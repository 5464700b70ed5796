import type { JSX } from 'preact';
import { layOutTreemap, type Tile } from '../../../core/charts/treemap';
import type { FileNode } from '../../../core/charts/fileTree';
import { moneyRatio } from '../../../core/pricing/money';
import { shorten, visibleText } from '../../../core/figures/visibleText';
import { chartLabel, tileFigures } from '../../../wording/page/charts';
import { showMoney, showShare } from '../../../wording/numbers';
import { useWords } from '../../words';
import { useWidth } from '../charts/useWidth';

const HEIGHT = 260;
/** Colours repeat from this number of folders on. */
const GROUPS = 5;
/** With more files, deep folders are drawn as one tile. */
const MAX_TILES = 600;

/** Areas by cost; for screen readers the tree has the same content. */
export function TreemapView({ root }: { readonly root: FileNode }): JSX.Element {
  const words = useWords();
  const [ref, width] = useWidth<HTMLDivElement>();
  const tiles = width > 0 ? layOutTreemap(root, width, HEIGHT, depthFor(root)) : [];
  return (
    <figure class="treemap" ref={ref} aria-label={chartLabel(words, 'treemap')}>
      <svg width={width} height={HEIGHT} aria-hidden="true">
        {tiles.map((tile) => (
          <TileView key={tile.node.path} tile={tile} root={root} />
        ))}
      </svg>
    </figure>
  );
}

/** The deepest treemap without too many tiles. */
function depthFor(root: FileNode): number {
  let level: readonly FileNode[] = [root];
  let leaves = 0;
  for (let depth = 0; ; depth++) {
    leaves += level.filter(({ children }) => children.length === 0).length;
    const next = level.flatMap(({ children }) => children);
    if (next.length === 0 || next.length + leaves > MAX_TILES) return Math.max(1, depth);
    level = next;
  }
}

function TileView({ tile, root }: { readonly tile: Tile; readonly root: FileNode }): JSX.Element {
  const words = useWords();
  const { node, x, y, width, height, group } = tile;
  const room = Math.floor((width - 8) / 7);
  const hasName = height >= 20 && room >= 4;
  const share = node.cost && root.cost ? (moneyRatio(node.cost, root.cost) ?? 0) : 0;
  const cost = node.cost ? showMoney(words, node.cost) : '';
  return (
    <g class={`tile tile-${group % GROUPS}`}>
      <rect x={x} y={y} width={width} height={height} />
      {hasName && (
        <text x={x + 4} y={y + 14}>
          {shorten(node.name, room)}
        </text>
      )}
      {hasName && height >= 38 && cost.length <= room && (
        <text x={x + 4} y={y + 30}>
          {cost}
        </text>
      )}
      <title>
        {`${visibleText(node.path)}\n${tileFigures(words, cost, showShare(words, share), node.count.tokens)}`}
      </title>
    </g>
  );
}
