import { type Reply, type Running, runSandbox, send } from './running';

export interface AppAtWork {
  sandbox: Running;
  credential: Record<string, string>;
  /** The openConversationId of a group, or the userId of a person. */
  channel(name: string): string;
  token(): Promise<string>;
  call(
    verb: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Reply>;
  /** Posts, with an object as the answer. */
  ask(path: string, body?: unknown): Promise<Record<string, unknown>>;
  /** A call of the addresses from before /v1.0. */
  askOld(path: string, body?: unknown): Promise<Record<string, unknown>>;
}

/** An app of the sandbox's DingTalk, with a token. */
export async function dingtalkApp(name = 'Alertwire', running?: Running): Promise<AppAtWork> {
  const sandbox = running ?? (await runSandbox());
  const bot = sandbox.bots.find((one) => one.platform === 'dingtalk' && one.name === name);
  const { baseUrl = '', credential = {}, channels = [] } = bot ?? {};
  const { clientId: appKey, clientSecret: appSecret } = credential;
  const json = { 'content-type': 'application/json' };
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    send(baseUrl + path, {
      method: 'POST',
      headers: { ...json, ...headers },
      body: JSON.stringify(body),
    });
  let held: Promise<string> | undefined;
  const token = () => {
    held ??= post('/v1.0/oauth2/accessToken', { appKey, appSecret }).then(
      ({ text }) => (JSON.parse(text) as { accessToken: string }).accessToken,
    );
    return held;
  };
  const call: AppAtWork['call'] = async (verb, path, body, headers = {}) =>
    send(baseUrl + path, {
      method: verb,
      headers: { ...json, 'x-acs-dingtalk-access-token': await token(), ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  return {
    sandbox,
    credential,
    channel: (wanted) => channels.find((one) => one.name === wanted)?.id ?? '',
    token,
    call,
    ask: async (path, body = {}) => JSON.parse((await call('POST', path, body)).text),
    askOld: async (path, body = {}) =>
      JSON.parse((await post(`${path}?access_token=${await token()}`, body)).text),
  };
}

/** Status and code of a refusal. */
export function refusal({ status, text }: Reply): [number, string] {
  return [status, (JSON.parse(text) as { code: string }).code];
}

export const MARKDOWN = {
  msgKey: 'sampleMarkdown',
  msgParam: JSON.stringify({ title: 'Checkout is down', text: '### Checkout is down' }),
};

export const SEND = '/v1.0/robot/groupMessages/send';
export const SEND_TO_PEOPLE = '/v1.0/robot/oToMessages/batchSend';

export const toGroup = (
  { credential, channel }: AppAtWork,
  group = 'On call',
  more: object = {},
) => ({
  robotCode: credential.robotCode,
  openConversationId: channel(group),
  ...MARKDOWN,
  ...more,
});

export const toPeople = ({ credential }: AppAtWork, userIds: unknown) => ({
  robotCode: credential.robotCode,
  userIds,
  ...MARKDOWN,
});
