import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { chats } from '../platforms';
import { runSandbox, send } from './running';

const APP = join(__dirname, '..', 'page', 'app');
const SCRIPT = `
  const { parseMrkdwn } = await import(process.argv[1]);
  process.stdout.write(JSON.stringify(parseMrkdwn(process.argv[2])));
`;

const NAMES = `
  process.stdout.write(JSON.stringify(Object.keys(await import(process.argv[1]))));
`;

/** The page's modules are for browsers; Node runs them as they are. */
async function run(script: string, module: string, ...more: string[]): Promise<unknown[]> {
  const args = ['--input-type=module', '-e', script, `file://${join(APP, module)}`, ...more];
  return JSON.parse((await promisify(execFile)(process.execPath, args)).stdout);
}

const parse = (text: string) => run(SCRIPT, 'slack/mrkdwn.js', text);
const exportsOf = (id: string) => run(NAMES, `${id}/message.js`);

const line = (...parts: object[]) => ({ type: 'line', parts });
const text = (value: string) => ({ type: 'text', text: value });

describe('the page', () => {
  it('is served with a policy that lets nothing load from elsewhere', async () => {
    const sandbox = await runSandbox();
    const reply = await send(sandbox.url);
    expect(reply.status).toBe(200);
    expect(reply.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(reply.text).toContain('nothing leaves this machine');
    expect(reply.text).not.toMatch(/(src|href)="(https?:)?\/\//);
  });

  it('has every file it names', async () => {
    const sandbox = await runSandbox();
    const { text: html } = await send(sandbox.url);
    const paths = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path ?? '');
    expect(paths.length).toBeGreaterThan(5);
    for (const path of paths) expect((await send(sandbox.url + path)).status).toBe(200);
  });

  it.each(chats.map(({ id }) => id))('can show the messages of %s', async (id) => {
    const sandbox = await runSandbox();
    const style = await send(`${sandbox.url}/app/${id}/style.css`);
    expect([style.status, style.headers.get('content-type')]).toEqual([
      200,
      'text/css; charset=utf-8',
    ]);
    expect(style.text).toContain(`.${id} {`);
    expect(await exportsOf(id)).toContain('renderMessage');
  });
});

describe('mrkdwn on the page', () => {
  it.each([
    [
      '*bold* _it_ ~no~',
      [
        line(
          { type: 'bold', parts: [text('bold')] },
          text(' '),
          { type: 'italic', parts: [text('it')] },
          text(' '),
          { type: 'strike', parts: [text('no')] },
        ),
      ],
    ],
    ['5*60 node_cpu_total 2 * 3', [line(text('5*60 node_cpu_total 2 * 3'))]],
    ['`a *b*`', [line({ type: 'code', text: 'a *b*' })]],
    ['```x < y\n*z*```', [{ type: 'pre', text: 'x < y\n*z*' }]],
    [
      '<https://a.example/?b=1&amp;c=2|see &lt;it&gt;>',
      [line({ type: 'link', url: 'https://a.example/?b=1&c=2', text: 'see <it>' })],
    ],
    [
      '<!here> <@U1> <!subteam^S1|@ops>',
      [
        line(
          { type: 'mention', text: '@here' },
          text(' '),
          { type: 'mention', text: '@U1' },
          text(' '),
          { type: 'mention', text: '@ops' },
        ),
      ],
    ],
    ['&lt;!here&gt; &amp;lt;', [line(text('<!here> &lt;'))]],
    [
      ':fire: :nothing: 10:30:45',
      [line(text('🔥'), text(' '), text(':nothing:'), text(' 10'), text(':30:'), text('45'))],
    ],
    ['&gt; quoted\nnot', [{ type: 'quote', parts: [text('quoted')] }, line(text('not'))]],
    [
      '<!date^1700000000^{date_num}|then>',
      [line({ type: 'date', seconds: 1_700_000_000, format: '{date_num}', fallback: 'then' })],
    ],
  ])('reads %s', async (source, expected) => {
    expect(await parse(source)).toEqual(expected);
  });
});
