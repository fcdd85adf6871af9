export interface Size {
  used: number;
  limit: number;
  unit: string;
}

export interface HistoryEntry {
  at: string;
  event: 'posted' | 'updated' | 'deleted';
  before?: { text: string; payload: unknown };
}

export interface Message {
  id: string;
  platform: string;
  channel: string;
  text: string;
  payload: unknown;
  at: string;
  pings: string[];
  size: Size;
  /** What the platform calls it; null behind a webhook. */
  ref: string | null;
  /** The `ref` of the message this one answers. */
  replyTo: string | null;
  /** The one person who sees it; null for everybody. */
  onlyFor: string | null;
  /** What some see instead of the payload, by their names, until the message is changed. */
  views?: Record<string, unknown>;
  deleted: boolean;
  history: HistoryEntry[];
}

/** One request to a platform endpoint, and what became of it. */
export interface WireEntry {
  id: string;
  platform: string;
  channel: string | null;
  method: string;
  /** Path and query, with everything that works as a password removed. */
  path: string;
  at: string;
  verdict: 'accepted' | 'refused' | 'faulted';
  /** The platform's own word for a refusal, or the kind of a fault. */
  code: string | null;
  reason: string | null;
  source: string | null;
  /** Null when the connection was destroyed before an answer. */
  status: number | null;
  /** The body of the answer; null when there was none. */
  answer: string | null;
  /** True when the sender was told that all is well, and the platform refused afterwards. */
  late: boolean;
  fault: string | null;
  headers: Record<string, string>;
  bodySize: number;
  payload: unknown;
  messageId: string | null;
}

/** One request of a chat to an app: a click, a command, an event. */
export interface Callback {
  id: string;
  platform: string;
  /** As the platform's documents call it. */
  kind: string;
  at: string;
  /** The id of the person who did it; null where nobody did. */
  by: string | null;
  /** Scheme and host. */
  url: string;
  /** With everything that works as a password removed. */
  body: string;
  /** Null when no answer arrived. */
  status: number | null;
  answer: string | null;
  /** Why there is no answer. */
  reason: string | null;
  ms: number;
}

/** One webhook body sent by an on-call stand-in, and the target's answer. */
export interface Delivery {
  id: string;
  platform: string;
  eventType: string | null;
  alertId: string | null;
  at: string;
  url: string;
  body: unknown;
  ok: boolean;
  /** Null when no answer arrived. */
  status: number | null;
  ms: number;
  reason: string | null;
  /** How often it was sent. */
  attempts: number;
}
