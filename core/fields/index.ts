export { alertFilterFields, filterRulesFrom } from './alert-filter';
export { alertTriggerFields } from './alert-trigger';
export { cardOptionFields, renderOptionsFrom } from './card-options';
export { definedAlertFields, operationsOf } from './chat-alert';
export type { Field, FieldOption } from './field';
export { slackAlertFields } from './slack-alert';
