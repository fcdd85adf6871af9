import { text } from '../../../alert/untrusted';
import { ask } from '../../../http/steps';
import { type Credential, type HttpAnswer, isFailure } from '../../../http/types';
import type { Problem } from '../../../problem';
import { tellApi } from '../../api';
import { readBody } from '../../body';
import type { SocketRules } from '../../platform';
import { webAddress } from '../../web-link';
import { apiOutcome } from '../api-answer';
import { OPEN_CONNECTION } from '../auth';
import { TOPICS } from './topics';

type Connection = { readonly url: string } | { readonly problem: Problem };

/** Key and secret come from the credential. */
export const connect: SocketRules['connect'] = (credential) => {
  const subscriptions = Object.values(TOPICS).map((topic) => ({ type: 'CALLBACK', topic }));
  const request = tellApi('POST', OPEN_CONNECTION, { ua: 'alertwire', subscriptions });
  const asking = { ...request, headers: { ...request.headers, accept: 'application/json' } };
  return ask(asking, (answer, now) => connectionIn(answer, now, credential));
};

const connectionIn = (answer: HttpAnswer, now: number, credential: Credential): Connection => {
  const { endpoint, ticket } = isFailure(answer) ? {} : (readBody(answer.body) ?? {});
  const [address, proof] = [text(endpoint), text(ticket)];
  if (address === undefined || proof === undefined) {
    const outcome = apiOutcome(answer, now);
    return { problem: 'problem' in outcome ? outcome.problem : noConnection };
  }
  if (!isOfDingTalk(address, credential)) return { problem: elsewhere };
  return { url: `${address}?ticket=${encodeURIComponent(proof)}` };
};

const HOST = /(?:^|\.)dingtalk\.(?:com|io)$/;

/** The ticket opens the stream to anybody: it goes to DingTalk, or where the credential says it is. */
const isOfDingTalk = (endpoint: string, { baseUrl }: Credential): boolean => {
  const url = webAddress(endpoint.replace(/^ws/, 'http'));
  if (!url || !/^wss?:/.test(endpoint)) return false;
  if (url.protocol === 'https:' && HOST.test(url.hostname)) return true;
  return url.origin === webAddress(baseUrl)?.origin;
};

const noConnection: Problem = {
  code: 'dingtalk.no_stream',
  message: 'DingTalk opened no stream.',
  hint: 'Check the base URL in the credential, and whether a proxy answers in its place.',
};
const elsewhere: Problem = {
  code: 'dingtalk.stream_elsewhere',
  message: 'The stream would lead to an address that is not one of DingTalk.',
  hint: 'Check the base URL in the credential.',
};
