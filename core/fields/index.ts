export { alertFilterFields, filterRulesFrom } from './alert-filter';
export { alertRouterFields, routeRulesFrom } from './alert-router';
export { alertTriggerFields } from './alert-trigger';
export { alertWatchFields, sweepField, watchCredential, watchRulesFrom } from './alert-watch';
export { definedAlertFields } from './chat-alert';
export { alertFieldsOf, cardFieldsOf, credentialFieldsOf, ownFieldsOf } from './chats';
export type { Field, FieldOption } from './field';
export { type OperationOption, operationsOf } from './operations';
export { renderOptionsFrom } from './render-options';
