/** The public face of Alertwire's core: hosts import from here and from nowhere else. */
export { applyEvent } from './alert/apply-event';
export type {
  ActionResult,
  AlertRef,
  AnswerRef,
  AuditEntry,
  ChatCommand,
  ChatUser,
} from './alert/command';
export { defineAlert } from './alert/define-alert';
export type { AlertEvent, EventType, Severity } from './alert/event';
export { heartbeatIn } from './alert/heartbeat-event';
export { type ReadEvent, readAlertEvent } from './alert/read-event';
export type { AlertState } from './alert/state';
export { testEvent } from './alert/test-event';
export { auditOfAction, auditOfCommand, auditOfRefusal } from './answers/audit';
export type { ButtonRules, OwnButton } from './answers/buttons';
export type {
  Inbound,
  InboundRefusal,
  InboundReply,
  InboundSetup,
  PublicKeyMemory,
} from './answers/inbound';
export { hasKey, type SigningKeys } from './answers/keys';
export { answerLink, type LinkAnswer, type LinkSetup } from './answers/link';
export { findChat, listChatPlatforms, renderCard } from './chat/index';
export type {
  BotTransport,
  ChatPlatform,
  Listed,
  Page,
  Place,
  Rendered,
  RenderOptions,
  SocketRules,
  TransportId,
} from './chat/platform';
export { inboundWaysOf, LARGEST_ANSWER_BYTES, receiveFromChat, socketOf } from './chat/receive';
export type { ChatId } from './chat/registry';
export { type TokenMemory, withToken } from './chat/token';
export { answerPerson } from './delivery/answer';
export { type Asked, type AskedDesk, answerAsked, askedIn, whyLeftAlone } from './delivery/asked';
export { type CardItem, deliverCards, deliverPending } from './delivery/cards/deliver-cards';
export type { CardDesk, CardMode } from './delivery/cards/desk';
export { findCard } from './delivery/cards/find-card';
export { memoryStore } from './delivery/cards/memory-store';
export type {
  CardEntry,
  CardRow,
  CardShown,
  CardStore,
  Lease,
} from './delivery/cards/store';
export { cardStoreOn } from './delivery/cards/store-on';
export { deliverAlert, deliverText } from './delivery/deliver';
export { type Beat, hear, listen } from './delivery/heartbeats';
export {
  type Connection,
  type ConnectionEvents,
  type Dial,
  type KeptConnection,
  keepConnected,
} from './delivery/keep-connected';
export { previewAlert } from './delivery/preview';
export { noMessage } from './delivery/problems';
export { isUndelivered, type Receipt } from './delivery/receipt';
export { unsentReceipt } from './delivery/receipt-of';
export { removeMessage } from './delivery/remove';
export { run as runSteps } from './delivery/run';
export { type Watched, type WatchRules, watchCards } from './delivery/watch';
export * from './fields/index';
export { checkRules } from './filter/check-rules';
export { compileFilter, evaluateFilter } from './filter/evaluate';
export { compileDecision, type DecisionOf } from './filter/own-decision';
export type { FilterDecision, FilterRules, SeenEvents } from './filter/rules';
export type { MessageRef } from './http/outcome';
export type { Credential, HttpAnswer, HttpRequest, InboundRequest } from './http/types';
export { Replays } from './http/verify/replays';
export { DEFAULT_SECRET_HEADER, type SharedSecret } from './http/verify/shared-secret';
export {
  type ActionOrder,
  type ActionOutcome,
  alertMeant,
  checkOnCall,
  findOnCall,
  findWebhook,
  LARGEST_BODY_BYTES,
  listOnCall,
  listOnCallPlatforms,
  onCallActionsOf,
  parseAlertWebhook,
  performAction,
  platformMeant,
  receiveAlertWebhook,
  registerWebhook,
  removeWebhook,
  sampleEvents,
} from './oncall/index';
export type { OnCallListed, OnCallPage } from './oncall/lists';
export type { OnDuty } from './oncall/on-duty';
export type { WebhookSecrets } from './oncall/platform';
export type { Clock, Http, JwtVerdict, Store, VerifyJwt } from './ports';
export type { Problem } from './problem';
export { checkRoutes } from './routing/check-routes';
export { compileRouter } from './routing/compile-router';
export type { Route } from './routing/rules';
