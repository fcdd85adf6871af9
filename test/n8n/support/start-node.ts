import { type INodeType, NodeConnectionTypes } from 'n8n-workflow';

/** Stands before the node under test, so that it has a source as in any real workflow. */
export const startNode: INodeType = {
  description: {
    displayName: 'Start',
    name: 'test.start',
    group: ['trigger'],
    version: 1,
    description: 'Gives out what it gets',
    defaults: { name: 'Start' },
    inputs: [],
    outputs: [NodeConnectionTypes.Main],
    properties: [],
  },
  async execute() {
    return [this.getInputData()];
  },
};
