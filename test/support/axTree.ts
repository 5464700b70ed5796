// The accessibility tree that the browser gives to screen readers, as lines.
import type { CDPSession, Frame, FrameLocator, Page } from '@playwright/test';

interface AxNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly childIds?: readonly string[];
}

interface FrameTree {
  readonly frame: { readonly id: string; readonly url: string };
  readonly childFrames?: readonly FrameTree[];
}

/** An element with its role and name, in the order in which it is read. */
export interface AxElement {
  readonly role: string;
  readonly name: string;
}

/** What has no meaning of its own: the text is a part of what is around it. */
const PLAIN = new Set(['none', 'generic', 'InlineTextBox', 'StaticText', 'LineBreak', 'LabelText']);

/** The tree of VS Code's window, without its webviews. */
export async function windowTree(page: Page): Promise<readonly AxElement[]> {
  return elementsOf(await page.context().newCDPSession(page));
}

/** The tree of the page in a webview. */
export async function frameTree(page: Page, locator: FrameLocator): Promise<readonly AxElement[]> {
  const handle = await locator.locator('html').elementHandle();
  const frame = await handle.ownerFrame();
  if (!frame) throw new Error('the page has no frame');
  const session = await sessionOf(page, frame);
  return elementsOf(session, await idOf(session, frame.url()));
}

/** A frame in the process of the one around it belongs to the session of that one. */
async function sessionOf(page: Page, frame: Frame): Promise<CDPSession> {
  const parent = frame.parentFrame();
  if (!parent) return page.context().newCDPSession(page);
  try {
    return await page.context().newCDPSession(frame);
  } catch (error) {
    if (!String(error).includes('separate CDP session')) throw error;
    return sessionOf(page, parent);
  }
}

async function idOf(session: CDPSession, url: string): Promise<string> {
  const { frameTree: tree } = (await session.send('Page.getFrameTree')) as {
    frameTree: FrameTree;
  };
  const find = (each: FrameTree): string | undefined =>
    each.childFrames?.map(find).find((id) => id !== undefined) ??
    (each.frame.url === url ? each.frame.id : undefined);
  const id = find(tree);
  if (id === undefined) throw new Error(`no frame has ${url}`);
  return id;
}

async function elementsOf(session: CDPSession, frameId?: string): Promise<readonly AxElement[]> {
  const parameters = frameId === undefined ? {} : { frameId };
  const { nodes } = (await session.send('Accessibility.getFullAXTree', parameters)) as {
    nodes: readonly AxNode[];
  };
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const read = (node: AxNode): AxElement[] => {
    const role = node.role?.value ?? '';
    const own = node.ignored || PLAIN.has(role) ? [] : [{ role, name: node.name?.value ?? '' }];
    return [...own, ...(node.childIds ?? []).flatMap((id) => read(byId.get(id) ?? EMPTY))];
  };
  return nodes[0] ? read(nodes[0]) : [];
}

const EMPTY: AxNode = { nodeId: '', ignored: true };
