import type { ChatId, Problem, TransportId } from '../../../core/index';
import { findChat, unsentReceipt } from '../../../core/index';
import type { Authenticated } from '../transport';
import { credentialOf } from './credential';
import type { Handled } from './operation';

/** One way in which a chat node sends, and the credential that opens it. */
export interface Destination {
  readonly chat: ChatId;
  readonly transport: TransportId;
  /** The value of the node's parameter. */
  readonly authentication: string;
  readonly credentialType: string;
  /** As people see it. */
  readonly credentialName: string;
}

/** Says what is wrong with the credential before anything is sent. */
export async function checkDestination(
  context: Authenticated,
  destination: Destination,
): Promise<Problem | undefined> {
  const { chat, transport, authentication, credentialType, credentialName } = destination;
  const opening = `The credential '${credentialName}'`;
  try {
    const data = await context.getCredentials(credentialType);
    if (authentication === 'oAuth2') {
      return data.oauthTokenData ? undefined : notConnected(opening);
    }
    const problem = findChat(chat)?.transports[transport]?.checkCredential(credentialOf(data));
    return problem && { ...problem, message: `${opening} cannot be used. ${problem.message}` };
  } catch {
    return {
      code: 'credential.missing',
      message: `${opening} is not set.`,
      hint: "Open this node, choose or create it under 'Credential', and run again.",
    };
  }
}

const notConnected = (opening: string): Problem => ({
  code: 'credential.not_connected',
  message: `${opening} is not connected.`,
  hint: "Open the credential and choose 'Connect my account'.",
});

/** An item that could not even be tried. */
export const failed = (
  destination: Destination,
  { json, problem }: { readonly json: object; readonly problem: Problem },
): Handled => ({ json, receipt: unsentReceipt(destination, { receipt: 'failed', problem }) });
