/** A request as the core writes it: never with a secret, which the host adds from the credential. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Absolute, or empty where the credential itself is the address (incoming webhooks). */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Header names are lower case. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** `not-sent`: the server never took the request. `answer-lost`: it may have acted on it. */
export interface HttpFailure {
  readonly failed: 'not-sent' | 'answer-lost';
  /** The transport's own code, for example `ECONNREFUSED`. */
  readonly code: string;
}

export type HttpAnswer = HttpResponse | HttpFailure;

/** A request as a host received it. `rawBody` holds the bytes as they came over the wire. */
export interface InboundRequest {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly rawBody: Uint8Array | string;
  /** Of the other end of the connection, where the host knows it. */
  readonly remoteAddress?: string | undefined;
}

export const isFailure = (answer: HttpAnswer): answer is HttpFailure => 'failed' in answer;

/** What a host keeps secret, by the names of the fields it asks for. */
export type Credential = Readonly<Record<string, string>>;
