import { describe, expect, it } from 'vitest';
import { findingsOf, guided, quotedBy, unaided } from '@/tests/fixtures/answers-of';

const RULE = 'memory-below-index';

describe('memoryBelowIndex, in the forms', () => {
  const architecture = 'Two towers; the index holds 100M vectors of 128 dims in fp32.';

  it('works out the size and counts all replicas', () => {
    const capacity = [{ component: 'ANN index', replicas: '2', memory: '16 GB' }];
    const [finding] = findingsOf(RULE, guided({ model: { architecture }, serve: { capacity } }));
    expect(finding?.why).toBe('The index takes 51.2 GB by its own figures, and 32 GB of memory is planned to hold it.');
    expect(finding?.quotes.map(({ text }) => text)).toEqual(['ANN index · 2 · 16 GB', architecture]);
  });

  it.each([
    ['it fits', architecture, { component: 'ANN index', replicas: '1', memory: '64 GB' }],
    ['it fits when cut up', architecture, { component: 'ANN index', replicas: '4', memory: '16 GB' }],
    ['another component', architecture, { component: 'ranker', replicas: '1', memory: '16 GB' }],
    ['no size', 'The index holds vectors.', { component: 'ANN index', replicas: '1', memory: '16 GB' }],
    ['no memory', architecture, { component: 'ANN index', replicas: '1' }],
    ['a coded index', `${architecture} It is PQ coded.`, { component: 'ANN index', replicas: '1', memory: '16 GB' }],
    [
      'a smaller index is named',
      'The index takes 51 GB flat, as IVF-PQ 4 GB.',
      { component: 'ANN index', replicas: '1', memory: '16 GB' },
    ],
  ])('says nothing: %s', (_, text, row) => {
    expect(findingsOf(RULE, guided({ model: { architecture: text }, serve: { capacity: [row] } }))).toEqual([]);
  });
});

describe('memoryBelowIndex, in prose', () => {
  it('finds a machine that is too small', () => {
    const model = 'The index of 100M embeddings of 128 dims in fp32 comes to 51.2 GB.';
    const serve = 'The whole index fits in the memory of one 32 GB machine.';
    expect(quotedBy(RULE, unaided({ model, serve }))).toEqual([[serve, model]]);
  });

  it.each([
    'The whole index fits in the memory of one 64 GB machine.',
    'The index does not fit on one 32 GB machine.',
    'The index is sharded, and each part fits on a 32 GB machine.',
    'With PQ the index fits on one 32 GB machine.',
    'The model fits on one 32 GB machine.',
    'The index lives on the SSD of a 32 GB machine.',
    'The index is held by 4 machines of 32 GB each.',
    'Would the index fit on one 32 GB machine?',
  ])('says nothing of "%s"', (serve) => {
    const model = 'The index of 100M embeddings of 128 dims in fp32 comes to 51.2 GB.';
    expect(quotedBy(RULE, unaided({ model, serve }))).toEqual([]);
  });
});
