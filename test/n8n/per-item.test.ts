import { expect, it } from '@jest/globals';
import type { IExecuteFunctions, INodeParameters } from 'n8n-workflow';
import { perItem } from '../../nodes/host/per-item';

const readsOf = (parameters: INodeParameters): number[] => {
  const context = { getNode: () => ({ parameters }) } as unknown as IExecuteFunctions;
  const reads: number[] = [];
  const read = perItem(context, (index) => reads.push(index));
  for (const index of [0, 1, 2]) read(index);
  return reads;
};

it('reads once what holds for every item', () => {
  expect(readsOf({})).toEqual([0]);
  expect(readsOf({ a: 'x = 1', b: 7, rules: { rules: [{ sources: ['Prod*'] }] } })).toEqual([0]);
});

it('reads for every item where a value, however deep, is an expression', () => {
  expect(readsOf({ a: '={{ $json.a }}' })).toEqual([0, 1, 2]);
  expect(readsOf({ rules: { rules: [{ sources: ['a', '={{ $json.b }}'] }] } })).toEqual([0, 1, 2]);
});
