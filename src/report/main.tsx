import { render } from 'preact';
import * as v from 'valibot';
import { toPageSchema, type FromPage, type ToPage } from '../protocol';
import { ReportView } from './reportView';

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void };

const editor = acquireVsCodeApi();
const root = document.getElementById('report');

addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const parsed = v.safeParse(toPageSchema, data);
  if (parsed.success) show(parsed.output);
  else
    editor.postMessage({
      type: 'failed',
      text: `a message is not understood: ${v.flatten(parsed.issues).root?.join() ?? ''}`,
    });
});

addEventListener('error', ({ message }) => editor.postMessage({ type: 'failed', text: message }));

function show(message: ToPage): void {
  if (!root) return;
  if (message.type === 'message') {
    render(<p class="message">{message.text}</p>, root);
    return;
  }
  render(<ReportView report={message.report} />, root);
  const { rows } = message.report;
  editor.postMessage({
    type: 'shown',
    modelIds: rows.map(({ modelId }) => modelId),
    costs: rows.map(({ cost }) => cost),
  });
}

editor.postMessage({ type: 'ready' });
