import type { Http } from '../../../core/index';
import { authenticateStore } from '../../../nodes/host/store/credential';

/** A way to n8n's API without n8n around it. */
export const storeHttp =
  (credential: { baseUrl: string; apiKey: string }): Http =>
  async ({ method, url, headers, body }) => {
    const sent = await authenticateStore(credential, { url, headers: { ...headers } });
    try {
      const answer = await fetch(sent.url, {
        method,
        headers: sent.headers as Record<string, string>,
        ...(body !== undefined && { body }),
      });
      return { status: answer.status, headers: {}, body: await answer.text() };
    } catch {
      return { failed: 'not-sent', code: 'ECONNREFUSED' };
    }
  };
