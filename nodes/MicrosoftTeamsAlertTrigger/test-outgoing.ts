import type {
  ICredentialsDecrypted,
  ICredentialTestFunctions,
  INodeCredentialTestResult,
} from 'n8n-workflow';

/** Base64, as Teams shows it once: https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-outgoing-webhook */
const TOKEN = /^[A-Za-z0-9+/]{16,}={0,2}$/;

export async function testTeamsOutgoing(
  this: ICredentialTestFunctions,
  { data }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
  return TOKEN.test(String(data?.outgoingToken ?? '').trim())
    ? {
        status: 'OK',
        message:
          'The token has the right form. Only a message in Teams shows whether it is the right one.',
      }
    : {
        status: 'Error',
        message:
          'This is no security token of an outgoing webhook: letters, digits, + and /. Teams shows it once, when the outgoing webhook is created.',
      };
}
