export { alertFilterFields, filterRulesFrom } from './alert-filter';
export {
  alertRegistrationFields,
  ILERT_TRIGGER_OPTIONS,
  webhookName,
} from './alert-registration';
export { alertRouterFields, routeRulesFrom } from './alert-router';
export { alertTriggerFields } from './alert-trigger';
export { alertWatchFields, sweepField, watchCredential, watchRulesFrom } from './alert-watch';
export { buttonRulesFrom } from './button-rules';
export { BUTTON_FIELDS, SIGNING_KEY_FIELDS } from './buttons';
export { definedAlertFields } from './chat-alert';
export {
  addressedButtonsOf,
  alertFieldsOf,
  cardFieldsOf,
  credentialFieldsOf,
  ownFieldsOf,
} from './chats';
export type { CredentialField } from './credential';
export type { Field, FieldOption } from './field';
export { onCallActionFields } from './on-call-action';
export { onCallCredentialFieldsOf } from './on-call-credentials';
export { fieldMatters, type OnCallField } from './on-call-field';
export { type OperationOption, operationsOf } from './operations';
export { rateFrom } from './rate';
export { renderOptionsFrom } from './render-options';
export { linkResponseFields, responseFieldsOf } from './response';
export { responseSetupFrom } from './response-setup';
