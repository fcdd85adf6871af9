import type { IExecuteFunctions } from 'n8n-workflow';

export const inputJson = (context: IExecuteFunctions, index: number): object =>
  context.getInputData()[index]?.json ?? {};
