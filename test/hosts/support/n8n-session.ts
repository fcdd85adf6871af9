export interface Person {
  readonly email: string;
  readonly password: string;
}

/** A person signed in to n8n: the REST calls of its own editor. */
export class N8nSession {
  private constructor(
    private readonly url: string,
    readonly cookie: string,
  ) {}

  static async signIn(url: string, { email, password }: Person): Promise<N8nSession> {
    const answer = await request(`${url}/rest/login`, 'POST', {
      emailOrLdapLoginId: email,
      password,
    });
    const [cookie = ''] = answer.headers.getSetCookie();
    return new N8nSession(url, cookie.split(';')[0] ?? '');
  }

  /** Makes the person the owner of a fresh n8n. */
  static async setUp(url: string, { email, password }: Person): Promise<N8nSession> {
    const name = { firstName: 'Alert', lastName: 'Wire' };
    await request(`${url}/rest/owner/setup`, 'POST', { email, password, ...name });
    return N8nSession.signIn(url, { email, password });
  }

  /** Rejects with what n8n says. */
  async call<T>(method: string, path: string, body?: object): Promise<T> {
    const answer = await request(`${this.url}/rest${path}`, method, body, this.cookie);
    return ((await answer.json()) as { data: T }).data;
  }
}

async function request(
  url: string,
  method: string,
  body?: object,
  cookie?: string,
): Promise<Response> {
  const answer = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...(cookie && { cookie }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (answer.ok) return answer;
  throw new Error(`n8n answered ${answer.status} to ${method} ${url}: ${await answer.text()}`);
}
