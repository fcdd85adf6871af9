import type { Credential } from '../../http/types';
import type { Problem } from '../../problem';
import { webAddress } from '../web-link';

/** The second one is the international edition's: https://help.dingtalk.io */
const HOSTS: readonly string[] = [
  'oapi.dingtalk.com',
  'oapi.dingtalk.io',
  'api.dingtalk.com',
  'api.dingtalk.io',
];
const EXAMPLE = 'https://oapi.dingtalk.com/robot/send?access_token=…';

export const checkCredential = ({ webhookUrl, secret = '' }: Credential): Problem | undefined => {
  const address = webAddress(webhookUrl);
  if (!address) return notAnAddress;
  return addressProblem(address) ?? secretProblem(secret.trim());
};

const addressProblem = ({ hostname, pathname, protocol, searchParams }: URL) => {
  if (!HOSTS.includes(hostname)) {
    return /(^|\.)dingtalk\.(com|io)$/.test(hostname) ? notARobot : undefined;
  }
  if (pathname !== '/robot/send') return notARobot;
  const token = searchParams.get('access_token') ?? '';
  return /^[0-9a-f]{64}$/i.test(token) && protocol === 'https:' ? undefined : notComplete;
};

const secretProblem = (secret: string): Problem | undefined =>
  secret === '' || secret.startsWith('SEC') ? undefined : notASecret;

const badUrl = (message: string): Problem => ({
  code: 'dingtalk.bad_webhook_url',
  message,
  hint: `Copy the whole webhook URL from the settings of the robot in DingTalk; it starts with ${EXAMPLE}`,
});
const notAnAddress = badUrl('This is not a web address.');
const notComplete = badUrl('This webhook URL is not complete.');
const notARobot = badUrl('This is a page of DingTalk, not the webhook of a robot.');

const notASecret: Problem = {
  code: 'dingtalk.bad_secret',
  message: 'This is not the secret of a robot: such a secret starts with SEC.',
  hint: 'Copy the secret from the signature setting of the robot, or leave the field empty where the robot has none.',
};
