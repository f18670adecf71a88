import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { type PassagesBySlot, quoteOfSelection } from './selected-quote';

const passages: PassagesBySlot = {
  serve: [
    { path: 'request_path', label: 'Request path', kind: 'text', text: 'Gateway first.\n\nThen features, 18 ms.' },
    { path: 'latency_budget.0', label: 'Latency budget', kind: 'text', text: 'ranker · 25' },
  ],
};

const { document } = new JSDOM(`<div id="root">
  <h3>Request path</h3>
  <p id="first" data-slot="serve" data-path="request_path" data-start="0">Gate<mark>way</mark> first.</p>
  <p id="second" data-slot="serve" data-path="request_path" data-start="16">Then features, 18 ms.</p>
  <button id="sign">found 6.1</button>
  <table><tr>
    <td><span id="stage" data-slot="serve" data-path="latency_budget.0" data-start="0">ranker</span></td>
    <td><span id="ms" data-slot="serve" data-path="latency_budget.0" data-start="9">25</span></td>
  </tr></table>
</div>`).window;

const byId = (id: string) => document.getElementById(id) as HTMLElement;

/** A place counted in characters of an element's text, as a pointer would leave it. */
function textPlace(id: string, offset: number): [Node, number] {
  const walker = document.createTreeWalker(byId(id), 4);
  let rest = offset;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (rest <= length) return [node, rest];
    rest -= length;
  }
  throw new Error('There is no such place.');
}

function select(from: [string, number], to: [string, number]) {
  const range = document.createRange();
  range.setStart(...textPlace(...from));
  range.setEnd(...textPlace(...to));
  return quoteOfSelection(byId('root'), range, passages);
}

describe('quoteOfSelection', () => {
  test('counts across marks inside a paragraph', () => {
    expect(select(['first', 2], ['first', 13])).toEqual({
      slot: 'serve',
      path: 'request_path',
      start: 2,
      end: 13,
      text: 'teway first',
    });
  });

  test('joins paragraphs of the same passage, with the line breaks between them', () => {
    expect(select(['first', 8], ['second', 13])?.text).toBe('first.\n\nThen features');
  });

  test('joins the cells of a row', () => {
    expect(select(['stage', 0], ['ms', 2])).toMatchObject({ path: 'latency_budget.0', text: 'ranker · 25' });
  });

  test('takes the passage with the most selected text', () => {
    expect(select(['second', 5], ['stage', 3])).toMatchObject({ path: 'request_path', text: 'features, 18 ms.' });
    expect(select(['second', 20], ['ms', 2])).toMatchObject({ path: 'latency_budget.0', text: 'ranker · 25' });
  });

  test('does not count what stands between passages', () => {
    const range = document.createRange();
    range.selectNodeContents(byId('root'));
    expect(quoteOfSelection(byId('root'), range, passages)?.text).toBe('Gateway first.\n\nThen features, 18 ms.');
    range.selectNodeContents(byId('sign'));
    expect(quoteOfSelection(byId('root'), range, passages)).toBeNull();
  });

  test('is null when nothing is selected', () => {
    expect(select(['first', 3], ['first', 3])).toBeNull();
  });
});
