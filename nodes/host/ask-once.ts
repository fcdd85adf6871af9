import type { ICredentialTestFunctions } from 'n8n-workflow';
import type { HttpAnswer, HttpRequest } from '../../core/index';
import { failureOf } from './network-failure';

export type Request = ICredentialTestFunctions['helpers']['request'];

/** `request` is the only way out that n8n gives a credential test. */
export async function askOnce(
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
