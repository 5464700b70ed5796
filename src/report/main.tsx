import { ReportPage, type EditorPort } from './reportPage';

declare function acquireVsCodeApi(): EditorPort;

const root = document.getElementById('report');
if (!root) throw new Error('the page has no element to draw in');
const page = new ReportPage(acquireVsCodeApi(), root);

addEventListener('message', ({ data }: MessageEvent<unknown>) => page.receive(data));
addEventListener('error', ({ message }) => page.fail(message));
addEventListener('unhandledrejection', ({ reason }) => page.fail(String(reason)));
addEventListener('scroll', () => page.scrolled());
for (const type of ['wheel', 'keydown', 'pointerdown']) {
  addEventListener(type, () => page.used(), { passive: true });
}
new ResizeObserver(() => page.resized()).observe(root);
page.start();
