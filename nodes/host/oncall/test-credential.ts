import type {
  ICredentialsDecrypted,
  ICredentialTestFunctions,
  INodeCredentialTestResult,
} from 'n8n-workflow';
import { checkOnCall, type Http } from '../../../core/index';
import { askOnce } from '../ask-once';
import { credentialOf } from '../authenticate';
import { clock } from '../clock';
import { opened } from './authenticate';

/** Asks the platform who we are; nothing is changed there. */
export const testOnCall = (platform: string) =>
  async function (
    this: ICredentialTestFunctions,
    { data = {} }: ICredentialsDecrypted,
  ): Promise<INodeCredentialTestResult> {
    const { request } = this.helpers;
    const credential = credentialOf(data);
    const http: Http = (asked) => askOnce(request, opened(platform, asked, credential));
    const checked = await checkOnCall(platform, { credential, http, clock });
    if ('problem' in checked) {
      const { message, hint } = checked.problem;
      return { status: 'Error', message: `${message} ${hint}` };
    }
    const { name, unproven = '' } = checked;
    return { status: 'OK', message: `Known as ${name}. ${unproven}`.trim() };
  };
