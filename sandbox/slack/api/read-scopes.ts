/** The scope that shows conversations of a type: https://docs.slack.dev/apis/web-api/using-the-conversations-api */
export const READ_SCOPES = {
  public_channel: 'channels:read',
  private_channel: 'groups:read',
  im: 'im:read',
  mpim: 'mpim:read',
} as const;

/** The scope that shows what was said in them. */
export const HISTORY_SCOPES = {
  public_channel: 'channels:history',
  private_channel: 'groups:history',
  im: 'im:history',
  mpim: 'mpim:history',
} as const;
