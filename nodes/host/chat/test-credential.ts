import type {
  ICredentialDataDecryptedObject,
  ICredentialsDecrypted,
  ICredentialTestFunctions,
  INodeCredentialTestResult,
} from 'n8n-workflow';
import {
  type BotTransport,
  type ChatPlatform,
  type Credential,
  findChat,
  type Http,
  type Problem,
  runSteps,
  withToken,
} from '../../../core/index';
import { askOnce, type Request } from '../ask-once';
import { clock } from '../clock';
import { credentialOf } from './credential';
import type { Destination } from './destination';

/** The test of a destination's credential, as n8n calls it. */
export const credentialTestOf = (destination: Destination) =>
  async function (
    this: ICredentialTestFunctions,
    { data }: ICredentialsDecrypted,
  ): Promise<INodeCredentialTestResult> {
    const { request } = this.helpers;
    return testCredential(request, destination, data);
  };

/** Asks the chat something that posts nothing. */
async function testCredential(
  request: Request,
  { chat, transport }: Destination,
  data: ICredentialDataDecryptedObject = {},
): Promise<INodeCredentialTestResult> {
  const platform = findChat(chat);
  const way = platform?.transports[transport];
  if (!platform || !way) return { status: 'OK', message: 'There is nothing to test.' };
  const credential = credentialOf(data);
  const unusable = way.checkCredential(credential);
  if (unusable) return refusal(unusable);
  if (way.updates) return testBot(request, platform, way, credential);
  if (!way.probe) return plausible(platform.name);
  const probe = platform.authenticate(way.probe.request(), credential, clock.now());
  const answer = await askOnce(request, probe);
  const problem = way.probe.judge(answer);
  return problem ? refusal(problem) : proven(platform.name, way.probe.unproven);
}

/** Asks the chat who we are. */
async function testBot(
  request: Request,
  platform: ChatPlatform,
  way: BotTransport,
  credential: Credential,
): Promise<INodeCredentialTestResult> {
  const plain: Http = (asked) =>
    askOnce(request, platform.authenticate(asked, credential, clock.now()));
  const { tokens } = platform;
  const http = tokens ? withToken(plain, tokens, credential, {}, clock) : plain;
  const checked = await runSteps(way.check(), http, clock);
  if ('problem' in checked) return refusal(checked.problem);
  const { name, unproven = '' } = checked;
  const message = `${platform.name} knows this bot: ${name}. Nothing was posted. ${unproven}`;
  return { status: 'OK', message: message.trim() };
}

const proven = (name: string, unproven = ''): INodeCredentialTestResult => ({
  status: 'OK',
  message: `${name} knows this webhook. Nothing was posted. ${unproven}`.trim(),
});

const plausible = (name: string): INodeCredentialTestResult => ({
  status: 'OK',
  message: `The address has the right form. Nothing but a message shows whether it works: use the operation Send Test of the ${name} Alert node.`,
});

const refusal = ({ message, hint }: Problem): INodeCredentialTestResult => ({
  status: 'Error',
  message: `${message} ${hint}`,
});
