/**
 * A binary min-heap of numbers in a reusable array. `siftUp` and `siftDown` return the number of levels moved,
 * for the work meter.
 */

/** Moves the entry at `index` up to its place. */
export function siftUp(heap: Float64Array, index: number): number {
  const value = heap[index] as number;
  let place = index;
  let levels = 1;
  while (place > 0) {
    const parent = (place - 1) >> 1;
    const above = heap[parent] as number;
    if (above <= value) break;
    heap[place] = above;
    place = parent;
    levels++;
  }
  heap[place] = value;
  return levels;
}

/** Moves the entry at `index` down to its place among the first `size` entries. */
export function siftDown(heap: Float64Array, index: number, size: number): number {
  const value = heap[index] as number;
  let place = index;
  let levels = 1;
  for (;;) {
    let child = 2 * place + 1;
    if (child >= size) break;
    if (child + 1 < size && (heap[child + 1] as number) < (heap[child] as number)) child++;
    const below = heap[child] as number;
    if (below >= value) break;
    heap[place] = below;
    place = child;
    levels++;
  }
  heap[place] = value;
  return levels;
}
