import type {
  ICredentialDataDecryptedObject,
  ICredentialTestFunctions,
  INodeCredentialTestResult,
} from 'n8n-workflow';
import { findChat, type HttpAnswer, type HttpRequest, type Problem } from '../../../core/index';
import { clock } from '../clock';
import { failureOf } from '../network-failure';
import { credentialOf } from './credential';
import type { Destination } from './destination';

type Request = ICredentialTestFunctions['helpers']['request'];

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
  const answer = await ask(request, probe);
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

/** `request` is the only way out that n8n gives a credential test. */
async function ask(
  request: Request,
  { method, url, headers, body }: HttpRequest,
): Promise<HttpAnswer> {
  try {
    const {
      statusCode,
      headers: received,
      body: text,
    } = await request({
      method,
      uri: url,
      headers,
      body,
      timeout: 10_000,
      simple: false,
      followRedirect: false,
      resolveWithFullResponse: true,
    });
    return { status: statusCode, headers: received, body: String(text) };
  } catch (thrown) {
    return failureOf(thrown);
  }
}
