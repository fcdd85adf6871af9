/** A person signed in to n8n: its editor's own REST calls. */
export class N8nSession {
  #url;
  #cookie;

  constructor(url, cookie) {
    this.#url = url;
    this.#cookie = cookie;
  }

  /** Signs in; on a fresh n8n makes the person its owner first. */
  static async open(url, { email, password }) {
    const { data: settings } = await (await fetch(`${url}/rest/settings`)).json();
    const fresh = settings.userManagement.showSetupOnFirstLoad;
    const answer = await post(
      url,
      fresh ? '/rest/owner/setup' : '/rest/login',
      fresh
        ? { email, password, firstName: 'Alert', lastName: 'Wire' }
        : { emailOrLdapLoginId: email, password },
    );
    return new N8nSession(url, answer.headers.getSetCookie()[0].split(';')[0]);
  }

  /** One call of `/rest`; resolves with the answer's data, rejects with what n8n says. */
  async call(method, path, body) {
    const answer = await request(this.#url, method, `/rest${path}`, body, { Cookie: this.#cookie });
    return (await answer.json()).data;
  }
}

const post = (url, path, body) => request(url, 'POST', path, body);

async function request(url, method, path, body, headers = {}) {
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (answer.ok) return answer;
  throw new Error(`n8n answered ${answer.status} to ${method} ${path}: ${await answer.text()}`);
}
