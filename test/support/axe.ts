// Accessibility checks of a page inside VS Code.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FrameLocator } from '@playwright/test';

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

interface Axe {
  run(node: Element): Promise<{
    violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
  }>;
}

/** One line per violation, with its first elements. */
export async function axeViolations(frame: FrameLocator): Promise<readonly string[]> {
  await frame.locator('html').evaluate(axeSource);
  return frame.locator('html').evaluate(async (html) => {
    const { axe } = globalThis as unknown as { axe: Axe };
    const { violations } = await axe.run(html);
    // No named functions: the compiled code would call a helper that the page lacks.
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map((node) => `${node.html.slice(0, 160)} ${node.failureSummary}`)
          .join(' | ')}`,
    );
  });
}
