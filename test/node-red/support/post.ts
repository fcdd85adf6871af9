import { PATH, SECRET } from './flows';
import type { Runtime } from './runtime';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Posts to the example's alert in node; a string goes as it is. */
export async function post(
  runtime: Runtime,
  body: object | string,
  headers: Readonly<Record<string, string>> = { 'x-alertwire-secret': SECRET },
): Promise<Answer> {
  const raw = typeof body === 'string' ? body : JSON.stringify(body);
  const answer = await fetch(runtime.url(PATH), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: raw,
  });
  return { status: answer.status, headers: answer.headers, body: await readJson(answer) };
}

const readJson = async (answer: Response) => {
  const text = await answer.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`Not JSON, status ${answer.status}: ${text.slice(0, 200)}`);
  }
};
