import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyInsertion, arrowInsertion, blockInsertion, freeId, insertBlock, takesBlocks } from './insertion';
import { outlineDiagram } from './outline';
import { type Block, nodeText, PALETTE } from './palette';

const ranker: Block = { id: 'ranker', label: 'Ranker', shape: 'model' };
const blocks = PALETTE.flatMap((group) => group.blocks);

/** `|` marks the caret before, and in what is expected the caret after. */
function insertAt(marked: string): string {
  const caret = marked.indexOf('|');
  const { source, caret: after } = insertBlock(marked.replace('|', ''), caret, ranker);
  return `${source.slice(0, after)}|${source.slice(after)}`;
}

describe('insertBlock', () => {
  it.each([
    ['an empty source becomes a flowchart', '|', 'flowchart TB\n  ranker[[Ranker]]\n|'],
    ['so does one of empty lines', '\n\n|', '\n\nflowchart TB\n  ranker[[Ranker]]\n|'],
    ['on the empty line of the caret', 'flowchart TB\n  a\n|', 'flowchart TB\n  a\n  ranker[[Ranker]]|'],
    ['below a line with text', 'flowchart TB\n  a --> |b\n  c', 'flowchart TB\n  a --> b\n  ranker[[Ranker]]|\n  c'],
    ['indented like its neighbours', 'flowchart TB\n      a|\n', 'flowchart TB\n      a\n      ranker[[Ranker]]|\n'],
    [
      'inside a group',
      'flowchart TB\n  subgraph s|\n  end',
      'flowchart TB\n  subgraph s\n    ranker[[Ranker]]|\n  end',
    ],
    ['never before the kind', '|flowchart TB\n  a', 'flowchart TB\n  ranker[[Ranker]]|\n  a'],
    [
      'never inside title and description',
      'flow|chart TB\n  accTitle: A\n  accDescr {\n    b\n  }\n  a',
      'flowchart TB\n  accTitle: A\n  accDescr {\n    b\n  }\n  ranker[[Ranker]]|\n  a',
    ],
    [
      'with an id of its own',
      'flowchart TB\n  ranker --> RANKER2|',
      'flowchart TB\n  ranker --> RANKER2\n  ranker3[[Ranker]]|',
    ],
    [
      'as a participant of a sequence',
      'sequenceDiagram\n  A->>B: hi|',
      'sequenceDiagram\n  A->>B: hi\n  participant ranker as Ranker|',
    ],
    ['not at all into a pie', 'pie\n|  "a": 1', 'pie\n|  "a": 1'],
  ])('goes %s', (_, before, after) => {
    expect(insertAt(before)).toBe(after);
  });

  const line = fc.constantFrom(
    '',
    '  ',
    '  a --> b',
    '  subgraph g [Group]',
    '  end',
    '%% note',
    '  ranker2["x|y"]',
    '\t c',
  );
  const source = fc.array(line, { maxLength: 8 }).map((lines) => ['flowchart TB', ...lines].join('\n'));

  it('keeps every character, defines one new node on a line of its own, and leaves the caret behind it', () => {
    fc.assert(
      fc.property(source, fc.nat(), fc.constantFrom(...blocks), (before, seed, block) => {
        const at = seed % (before.length + 1);
        const insertion = blockInsertion(before, at, block);
        expect(insertion).not.toBeNull();
        if (insertion === null) return;
        const { source: after, caret } = applyInsertion(before, insertion);
        expect(after.slice(0, insertion.at) + after.slice(caret)).toBe(before);
        expect(after.split('\n').filter((text) => text.trim() === nodeText(insertion.nodeId, block))).toHaveLength(1);
        expect(before.split(/\W+/)).not.toContain(insertion.nodeId);
        const ids = outlineDiagram(after)?.nodes.map(({ id }) => id) ?? [];
        expect(ids).toContain(insertion.nodeId);
        expect(new Set(ids).size).toBe(ids.length);
        expect(after.startsWith('flowchart TB\n')).toBe(true);
      }),
    );
  });

  it('can be done twenty times in a row, each under another id', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...blocks), { minLength: 20, maxLength: 20 }), (many) => {
        let state = { source: '', caret: 0 };
        for (const block of many) state = insertBlock(state.source, state.caret, block);
        expect(outlineDiagram(state.source)?.nodes).toHaveLength(20);
      }),
    );
  });
});

describe('arrowInsertion', () => {
  it.each([
    ['flowchart TB\n  a\n  b', 'flowchart TB\n  a\n  b\n  a --> b'],
    ['sequenceDiagram\n  participant a', 'sequenceDiagram\n  participant a\n  a->>b: request'],
  ])('connects two nodes in %j', (source, after) => {
    const insertion = arrowInsertion(source, source.length, 'a', 'b');
    expect(insertion && applyInsertion(source, insertion).source).toBe(after);
  });

  it('has nothing for a gantt chart', () => {
    expect(arrowInsertion('gantt\n  title x', 5, 'a', 'b')).toBeNull();
  });
});

describe('takesBlocks', () => {
  it.each([
    ['', true],
    ['flowchart LR\n a', true],
    ['graph TD', true],
    ['sequenceDiagram', true],
    ['erDiagram', false],
    ['flowchar', false],
  ])('says of %j: %s, as insertion does', (source, expected) => {
    expect(takesBlocks(source)).toBe(expected);
    expect(blockInsertion(source, 0, ranker) !== null).toBe(expected);
  });
});

describe('the palette', () => {
  it('has unique ids that mermaid can read, and the parts that every design needs', () => {
    const ids = blocks.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z][a-z_]*$/);
    for (const id of ['client', 'api_gateway', 'feature_store', 'candidate_generator', 'ranker', 'ann_index']) {
      expect(ids).toContain(id);
    }
  });

  it('gives free ids', () => {
    expect(freeId('x Cache cache2', 'cache')).toBe('cache3');
  });
});
