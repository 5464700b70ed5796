// What axe finds in a page inside VS Code.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FrameLocator } from 'playwright-core';

const axeSource = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

interface Axe {
  run(node: Element): Promise<{
    violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
  }>;
}

/** A line for each violation, with the first elements that it is about. */
export async function axeViolations(frame: FrameLocator): Promise<readonly string[]> {
  await frame.locator('html').evaluate(axeSource);
  return frame.locator('html').evaluate(async (html) => {
    const { axe } = globalThis as unknown as { axe: Axe };
    const { violations } = await axe.run(html);
    // No function with a name: what is compiled for Node asks for a helper that a page does not have.
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map((node) => `${node.html.slice(0, 160)} ${node.failureSummary}`)
          .join(' | ')}`,
    );
  });
}
