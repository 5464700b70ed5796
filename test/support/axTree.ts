// The accessibility tree that the browser gives to screen readers, as roles and names in their order.
import type { CDPSession, Frame, FrameLocator, Page } from '@playwright/test';

interface AxNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly childIds?: readonly string[];
}

interface DomNode {
  readonly attributes?: readonly string[];
  readonly frameId?: string;
  readonly children?: readonly DomNode[];
  readonly shadowRoots?: readonly DomNode[];
  readonly contentDocument?: DomNode;
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

/** The tree of the page in the only webview. */
export async function webviewTree(
  page: Page,
  locator: FrameLocator,
): Promise<readonly AxElement[]> {
  const handle = await locator.locator('html').elementHandle();
  const frame = await handle.ownerFrame();
  if (!frame) throw new Error('the page has no frame');
  const { session, isOwn } = await sessionOf(page, frame);
  return elementsOf(session, isOwn ? undefined : await webviewId(session));
}

interface Session {
  readonly session: CDPSession;
  /** The frame has a session of its own. */
  readonly isOwn: boolean;
}

/** A frame in the process of the one around it belongs to the session of that one. */
async function sessionOf(page: Page, frame: Frame): Promise<Session> {
  const parent = frame.parentFrame();
  if (!parent) return { session: await page.context().newCDPSession(page), isOwn: true };
  try {
    return { session: await page.context().newCDPSession(frame), isOwn: true };
  } catch (error) {
    if (!String(error).includes('separate CDP session')) throw error;
    return { ...(await sessionOf(page, parent)), isOwn: false };
  }
}

/** The id of the frame in which VS Code shows the content of a webview. */
async function webviewId(session: CDPSession): Promise<string> {
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const find = (node: DomNode): string | undefined => {
    if (node.attributes?.includes('active-frame') === true) return node.frameId;
    const inside = [...(node.children ?? []), ...(node.shadowRoots ?? [])];
    const all = node.contentDocument ? [...inside, node.contentDocument] : inside;
    return all.map(find).find((id) => id !== undefined);
  };
  const id = find(root);
  if (id === undefined) throw new Error('no webview is open');
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
