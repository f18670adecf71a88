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

describe('memoryBelowIndex does not take a part of an index for all of it', () => {
  const model = 'The index of 1B embeddings of 512 dims in fp32 is 2 TB.';

  it.each([
    'After product quantisation it fits in the memory of one 64 GB machine.',
    'The hot index of the last two days fits in the memory of one 64 GB machine.',
    'The whole index fits in the memory of 32 machines of 64 GB.',
    'One shard of the index fits in the memory of one 64 GB machine.',
    'The graph of the index fits in the memory of one 64 GB machine, vectors lie on SSD.',
    'The index of one country fits on one 64 GB machine.',
    'The index of the top 1 % of items fits on one 64 GB machine.',
    'The delta index is kept on one 64 GB machine.',
    'The centroids of the index fit in 64 GB.',
    'The user embeddings fit in 64 GB.',
    'The text index fits in the memory of one 64 GB machine.',
    'Each node holds its part of the index in 64 GB of RAM.',
    'Would the index fit in 64 GB?',
    'The index does not fit in 64 GB.',
    'With 16 bytes a vector in PQ the index fits in 64 GB.',
    'The cached vectors fit in 64 GB of memory on the machine.',
  ])('says nothing of "%s"', (serve) => {
    expect(quotedBy(RULE, unaided({ model, serve }))).toEqual([]);
  });

  it.each([
    ['a tier', [{ component: 'ANN index, hot tier', replicas: '2', memory: '64 GB' }]],
    ['a shard', [{ component: 'index shard', replicas: '1', memory: '64 GB' }]],
    ['on SSD', [{ component: 'ANN index on SSD', replicas: '1', memory: '64 GB' }]],
    ['a cache', [{ component: 'vector cache', replicas: '4', memory: '64 GB' }]],
    [
      'two tiers that hold it together',
      [
        { component: 'ANN index', replicas: '20', memory: '64 GB' },
        { component: 'ANN index, cold', replicas: '20', memory: '64 GB' },
      ],
    ],
  ])('says nothing of %s in the table', (_, capacity) => {
    expect(findingsOf(RULE, guided({ model: { architecture: model }, serve: { capacity } }))).toEqual([]);
  });

  it.each([
    ['We index 1B vectors. Each has 512 dims in fp16.', 'The whole index fits in the memory of one 64 GB machine.'],
    ['We have 1B vectors of 512-dim fp16.', 'The index fits in 64 GB.'],
    ['There are 200M image embeddings. They are 512-dim fp32 vectors.', 'The index stays on one 128 GB machine.'],
    ['The index takes 2 TB.', 'The index is held in the memory of one 512 GB host.'],
    ['The index has 400M vectors of 256 dims in fp32.', 'The full index fits into 100 GB of RAM on one node.'],
  ])('finds "%s" against its machine', (figures, serve) => {
    expect(findingsOf(RULE, unaided({ model: figures, serve }))).toHaveLength(1);
  });

  it('knows what "it" is, in the sentence beside', () => {
    const text = 'The index holds 1B vectors of 512-dim fp16. It fits in 64 GB.';
    expect(findingsOf(RULE, unaided({ serve: text }))[0]?.why).toContain('1.02 TB');
    const far = 'The index holds 1B vectors of 512-dim fp16. The model is an MLP. It fits in 64 GB.';
    expect(findingsOf(RULE, unaided({ serve: far }))).toEqual([]);
  });

  it.each([
    'We index 1B vectors. A baseline had 512 dims in fp16 and 256 dims in fp16.',
    'We index 1B vectors. They change daily. Each has 512 dims in fp16.',
    'We index 1B vectors, 5 % of them new. Each has 512 dims in fp16.',
  ])('does not put "%s" together', (figures) => {
    const serve = 'The whole index fits in the memory of one 64 GB machine.';
    expect(findingsOf(RULE, unaided({ model: figures, serve }))).toEqual([]);
  });
});
