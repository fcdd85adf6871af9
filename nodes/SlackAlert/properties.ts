import type { INodeProperties } from 'n8n-workflow';
import { slackAlertFields } from '../../core/index';
import { headProperties } from '../host/chat/properties';
import { operations } from './operations/index';

export const properties: INodeProperties[] = [
  ...headProperties(slackAlertFields),
  ...operations.flatMap((operation) => operation.description),
];
