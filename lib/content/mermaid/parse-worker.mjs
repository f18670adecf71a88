// Runs mermaid's parser without a browser. A thread of its own, because mermaid needs globals of a page, which must be
// there before it is imported and must not leak into the rest of the program.
import { parentPort } from 'node:worker_threads';
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('<!doctype html><body></body>', { pretendToBeVisual: true });
for (const name of [
  'window',
  'document',
  'Element',
  'HTMLElement',
  'SVGElement',
  'Node',
  'DOMParser',
  'XMLSerializer',
]) {
  Object.defineProperty(globalThis, name, { value: name === 'window' ? window : window[name], configurable: true });
}

const { default: mermaid } = await import('mermaid');
mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', suppressErrorRendering: true, logLevel: 'fatal' });

parentPort?.on('message', async ({ id, source }) => {
  let failure = null;
  try {
    await mermaid.parse(source);
  } catch (error) {
    const line = error?.hash?.loc?.first_line ?? error?.hash?.line ?? null;
    failure = { error: String(error?.message ?? error), line: typeof line === 'number' ? line : null };
  }
  parentPort.postMessage({ id, failure });
});
parentPort?.postMessage('ready');
