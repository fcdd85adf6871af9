/** One way in which n8n holds what opens an on-call platform. */
export interface OnCallCredential {
  /** The platform's id. */
  readonly platform: string;
  readonly type: string;
  /** As people see it. */
  readonly name: string;
  /** The value of the node's parameter, where a platform has several ways. */
  readonly authentication?: string;
}

export const ON_CALL_CREDENTIALS: readonly OnCallCredential[] = [
  {
    platform: 'ilert',
    type: 'alertwireIlertApi',
    name: 'Alertwire Ilert API',
    authentication: 'apiKey',
  },
  {
    platform: 'ilert',
    type: 'alertwireIlertOAuth2Api',
    name: 'Alertwire Ilert OAuth2 API',
    authentication: 'oAuth2',
  },
  { platform: 'flashduty', type: 'alertwireFlashdutyApi', name: 'Alertwire Flashduty API' },
];
