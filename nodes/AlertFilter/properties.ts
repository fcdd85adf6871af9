import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import { alertFilterFields } from '../../core/index';
import { propertyOf } from '../host/fields';

const duringQuietHours: IDisplayOptions = { show: { quietHours: [true] } };

const displayOptions: Readonly<Record<string, IDisplayOptions>> = {
  passUnknownSeverity: { hide: { minimumSeverity: ['any'] } },
  quietFrom: duringQuietHours,
  quietTo: duringQuietHours,
  quietDays: duringQuietHours,
  quietTimeZone: duringQuietHours,
  quietEffect: duringQuietHours,
  quietCriticalPasses: duringQuietHours,
};

export const properties: INodeProperties[] = alertFilterFields.map((field) => {
  const shown = displayOptions[field.name];
  return propertyOf(field, shown && { displayOptions: shown });
});
