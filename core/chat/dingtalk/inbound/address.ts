import type { Credential } from '../../../http/types';
import type { AnswerAddress } from '../../platform';
import { postJson } from '../../request';
import { webAddress } from '../../web-link';
import { renderText } from '../render';
import { webhook } from '../webhook';

const HOST = /(?:^|\.)dingtalk\.(?:com|io)$/;

/** DingTalk's own, or where the credential says DingTalk is. */
export const accepts = (url: string, { baseUrl }: Credential): boolean => {
  const address = webAddress(url);
  if (address?.username !== '' || address.password !== '') return false;
  const { protocol, hostname, port, origin } = address;
  if (protocol === 'https:' && port === '' && HOST.test(hostname)) return true;
  return origin === webAddress(baseUrl)?.origin;
};

/** The session of a message to the robot: https://open.dingtalk.com/document/development/receive-message */
export const address: AnswerAddress = {
  accepts,
  request: (url, text) => ({ ...postJson(renderText(text, {}, 'webhook').payload), url }),
  outcome: (answer) => webhook.outcome(answer, 0),
};
