import { describe, expect, it } from 'vitest';
import { isKeywordList } from './keyword-list';
import { tokensOf } from './tokens';

const isList = (text: string) => isKeywordList(text, tokensOf(text));

describe('a bare list of keywords', () => {
  it.each([
    'latency, p99, 500 ms, ANN, recall@10, two towers',
    'latency p99 500 ms ANN recall two towers',
    'latency / p99 / ANN / recall / index',
    'clicks → store → join → train → serve',
    'Keywords: latency, p99, ANN, recall.',
    'latency\np99\nANN\nrecall\nindex',
    'sharding, caching, ANN, quantisation, reranking and monitoring',
    'data drift',
    '',
  ])('is %s', (text) => {
    expect(isList(text)).toBe(true);
  });

  it.each([
    'We answer within 500 ms at p99.',
    'p99 budget: 500 ms end to end, and that covers the detector.',
    'baselines: smoothed historical rate table; nightly logistic regression, NE 0.84.',
    'batch (daily): interests, tenure. stream (1 min): ad clicks in last hour. request: hour, device, slot.',
    'Cache, shard and replicate the index so that one lost machine costs nothing.',
    'wir speichern die Merkmale, wie sie beim Anzeigen waren (mit Zeitstempel)',
  ])('is not: %s', (text) => {
    expect(isList(text)).toBe(false);
  });
});
