import type { Credential } from '../../http/types';
import type { Problem } from '../../problem';
import { webAddress } from '../web-link';
import { BUILD_TEMPLATE } from './bot-errors';

const WORD = /^[\w.-]{4,200}$/;
const TEMPLATE = /^[\w-]{8,100}(?:\.schema)?$/;

const problem = (code: string, message: string, hint: string): Problem => ({
  code: `dingtalk.${code}`,
  message,
  hint,
});

const COPY = 'Copy it from open-dev.dingtalk.com → the app → Credentials.';
const BUILD = `${BUILD_TEMPLATE}, publish it, and copy its ID: it ends with .schema.`;

/** What is wrong with the credential of an app before anything is sent. */
export const checkBotCredential = (credential: Credential): Problem | undefined => {
  const { clientId = '', clientSecret = '', robotCode = '', cardTemplateId = '' } = credential;
  if (!WORD.test(clientId.trim())) return badClientId;
  if (!/^[\x21-\x7e]+$/.test(clientSecret.trim())) return noSecret;
  if (robotCode.trim() !== '' && !WORD.test(robotCode.trim())) return badRobot;
  if (cardTemplateId.trim() === '') return noTemplate;
  if (!TEMPLATE.test(cardTemplateId.trim())) return badTemplate;
  return badBase(credential.baseUrl?.trim() ?? '');
};

const badBase = (baseUrl: string): Problem | undefined => {
  if (baseUrl === '') return undefined;
  const url = webAddress(baseUrl);
  const plain = url?.username === '' && url.password === '' && url.search === '' && url.hash === '';
  return plain ? undefined : badBaseUrl;
};

const badClientId = problem('bad_client_id', 'There is no client ID (AppKey) of an app.', COPY);
const noSecret = problem('no_secret', 'There is no client secret (AppSecret) of an app.', COPY);
const badRobot = problem(
  'bad_robot_code',
  'This is not the code of a robot.',
  'Copy it from open-dev.dingtalk.com → the app → Robot, or leave the field empty where it is the client ID.',
);
const noTemplate = problem(
  'no_card_template',
  'There is no card template, and without one DingTalk makes no cards.',
  BUILD,
);
const badTemplate = problem('bad_card_template', 'This is not the ID of a card template.', BUILD);
const badBaseUrl = problem(
  'bad_base_url',
  'The base URL is not a plain web address.',
  'Leave it empty, or enter https://api.dingtalk.io for the international edition.',
);
