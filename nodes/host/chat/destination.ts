import type { IExecuteFunctions } from 'n8n-workflow';
import {
  type ChatId,
  findChat,
  type Problem,
  type TransportId,
  unsentReceipt,
} from '../../../core/index';
import { credentialOf } from './credential';
import type { Handled } from './operation';

/** Where a chat node sends, and the credential that opens it. */
export interface Destination {
  readonly chat: ChatId;
  readonly transport: TransportId;
  readonly credentialType: string;
  /** As people see it. */
  readonly credentialName: string;
}

/** Says what is wrong with the credential before anything is sent. */
export async function checkDestination(
  context: IExecuteFunctions,
  { chat, transport, credentialType, credentialName }: Destination,
): Promise<Problem | undefined> {
  const opening = `The credential '${credentialName}'`;
  try {
    const data = await context.getCredentials(credentialType, 0);
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

/** An item that could not even be tried. */
export const failed = (
  destination: Destination,
  { json, problem }: { readonly json: object; readonly problem: Problem },
): Handled => ({ json, receipt: unsentReceipt(destination, { receipt: 'failed', problem }) });
