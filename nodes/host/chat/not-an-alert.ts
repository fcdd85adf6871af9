import type { IExecuteFunctions } from 'n8n-workflow';
import { notAnAlert } from '../alert-input';
import { type Destination, unsent } from './destination';
import type { Handled } from './operation';

export const notAnAlertAt = (
  context: IExecuteFunctions,
  index: number,
  destination: Destination,
): Handled => ({
  json: inputJson(context, index),
  receipt: unsent(destination, { receipt: 'failed', problem: notAnAlert }),
});

export const inputJson = (context: IExecuteFunctions, index: number): object =>
  context.getInputData()[index]?.json ?? {};
