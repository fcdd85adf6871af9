import type { ICredentialDataDecryptedObject, INodeCredentialTestResult } from 'n8n-workflow';
import { findChat, type Problem } from '../../../core/index';
import { askOnce, type Request } from '../ask-once';
import { clock } from '../clock';
import { credentialOf } from './credential';
import type { Destination } from './destination';

/** Asks the chat something it refuses without posting. */
export async function testCredential(
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
  if (!('probe' in way) || !way.probe) return plausible(platform.name);
  const probe = platform.authenticate(way.probe.request(), credential, clock.now());
  const answer = await askOnce(request, probe);
  const problem = way.probe.judge(answer);
  return problem ? refusal(problem) : proven(platform.name, way.probe.unproven);
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
