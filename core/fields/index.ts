export { alertFilterFields, filterRulesFrom } from './alert-filter';
export { alertTriggerFields } from './alert-trigger';
export { cardOptionFields } from './card-options';
export { definedAlertFields, operationsOf } from './chat-alert';
export { alertFieldsOf, credentialFieldsOf, ownFieldsOf } from './chats';
export type { Field, FieldOption } from './field';
export { renderOptionsFrom } from './render-options';
