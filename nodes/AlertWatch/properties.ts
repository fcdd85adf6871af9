import type { INodeProperties } from 'n8n-workflow';
import { alertWatchFields } from '../../core/index';
import { byName, propertyOf } from '../host/fields';

const field = byName(alertWatchFields);

export const watchProperties: INodeProperties[] = [
  {
    displayName: 'Operation',
    name: 'operation',
    type: 'options',
    noDataExpression: true,
    options: [
      {
        name: 'Record Heartbeat',
        value: 'recordHeartbeat',
        description: 'Remember that the source of an alert was heard, and pass the alert on',
        action: 'Record heartbeat',
      },
    ],
    default: 'recordHeartbeat',
  },
  propertyOf(field('heartbeatName')),
  propertyOf(field('heartbeatEveryMinutes'), { typeOptions: { minValue: 1 } }),
];
