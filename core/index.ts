/** The public face of Alertwire's core: hosts import from here and from nowhere else. */
export { applyEvent } from './alert/apply-event';
export { defineAlert } from './alert/define-alert';
export type { AlertEvent, EventType, Severity } from './alert/event';
export { type ReadEvent, readAlertEvent } from './alert/read-event';
export type { AlertState } from './alert/state';
export { testEvent } from './alert/test-event';
export { findChat, listChatPlatforms, renderCard } from './chat/index';
export type { ChatPlatform, Rendered, RenderOptions, TransportId } from './chat/platform';
export type { ChatId } from './chat/registry';
export { deliverAlert, deliverText } from './delivery/deliver';
export { previewAlert } from './delivery/preview';
export { isUndelivered, type Receipt } from './delivery/receipt';
export { unsentReceipt } from './delivery/receipt-of';
export * from './fields/index';
export { checkRules } from './filter/check-rules';
export { compileFilter, evaluateFilter } from './filter/evaluate';
export { compileDecision, type DecisionOf } from './filter/own-decision';
export type { FilterDecision, FilterRules, SeenEvents } from './filter/rules';
export type { Credential, HttpAnswer, HttpRequest, InboundRequest } from './http/types';
export { DEFAULT_SECRET_HEADER, type SharedSecret } from './http/verify/shared-secret';
export {
  LARGEST_BODY_BYTES,
  listOnCallPlatforms,
  parseAlertWebhook,
  receiveAlertWebhook,
  sampleEvents,
} from './oncall/index';
export type { WebhookSecrets } from './oncall/platform';
export type { Clock, Http } from './ports';
export type { Problem } from './problem';
export { checkRoutes } from './routing/check-routes';
export { compileRouter } from './routing/compile-router';
export type { Route } from './routing/rules';
