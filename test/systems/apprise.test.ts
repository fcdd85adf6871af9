import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Hook, type Sandbox, startSandbox, type WireEntry } from '../../sandbox/index';

/**
 * Apprise knows only the real hosts of some platforms: the class behind a URL is told another
 * address, and everything else is Apprise's own.
 */
const AT_ADDRESS = `
import sys, apprise
from apprise.cli import main
name, address, url = sys.argv[1:4]
if name: setattr(type(apprise.Apprise.instantiate(url)), name, address)
sys.argv = ['apprise', *sys.argv[3:]]
main()
`;

const BODY = 'db-1 has 3 % left';

interface Where {
  /** The attribute of Apprise's class that holds the address, where the URL cannot. */
  readonly attribute?: string;
  readonly address?: string;
}

/** Debian's Apprise runs on Debian's Python, which need not be the first one on the path. */
const python = (): string => {
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const folder of folders) {
    const [line] = readOrNothing(join(folder, 'apprise')).split('\n');
    if (line?.startsWith('#!')) return line.slice(2).trim();
  }
  throw new Error('Apprise is missing. Install: apt-get install apprise');
};

const readOrNothing = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

describe('Apprise', () => {
  let sandbox: Sandbox;
  let home: string;

  beforeAll(async () => {
    sandbox = await startSandbox({ rateWindowScale: 0 });
    home = mkdtempSync(join(tmpdir(), 'apprise-'));
  });
  afterAll(async () => {
    await sandbox.close();
    rmSync(home, { recursive: true, force: true });
  });
  beforeEach(async () => {
    await fetch(`${sandbox.url}/inspect/reset`, { method: 'POST' });
  });

  const hookOf = (platform: string, wanted: (hook: Hook) => boolean): Hook => {
    const found = sandbox.hooks.find((hook) => hook.platform === platform && wanted(hook));
    if (!found) throw new Error(`The sandbox has no such webhook of ${platform}.`);
    return found;
  };
  const open = ({ answers }: Hook) => answers === 'ok';
  const requests = async (): Promise<WireEntry[]> =>
    (await fetch(`${sandbox.url}/inspect/requests`)).json();

  /**
   * What the platform saw of one notification. Apprise's own word does not count: 1.2.0 compares
   * Slack's answer as bytes with a string
   * (https://github.com/caronc/apprise/blob/v1.2.0/apprise/plugins/NotifySlack.py#L829), and takes
   * every 200 of DingTalk's for success.
   */
  const notify = async (url: string, { attribute = '', address = '' }: Where = {}) => {
    const log = await run(attribute, address, url, '-vv', '--title', 'Disk full', '--body', BODY);
    const [request, ...more] = await requests();
    if (!request || more.length > 0) throw new Error(`One request was expected.\n${log}`);
    return request;
  };

  const run = (...words: string[]): Promise<string> =>
    new Promise((resolve, reject) => {
      const env = { PATH: process.env.PATH, HOME: home, LC_ALL: 'C.UTF-8' };
      const child = spawn(python(), ['-c', AT_ADDRESS, ...words], { env });
      let log = '';
      for (const output of [child.stdout, child.stderr]) {
        output.on('data', (chunk) => {
          log += chunk;
        });
      }
      child.once('error', reject);
      child.once('close', () => resolve(log));
    });

  it('is accepted as a client of Slack', async () => {
    const { url } = hookOf('slack', open);
    const [, path = ''] = /\/services\/(.*)$/.exec(url) ?? [];
    const address = `${sandbox.url}/slack/services`;
    const request = await notify(`slack://${path}`, { attribute: 'webhook_url', address });
    expect(request).toMatchObject({ platform: 'slack', verdict: 'accepted' });
    expect(JSON.stringify(request.payload)).toContain(BODY);
  });

  it('is accepted as a client of Mattermost', async () => {
    const { url } = hookOf('mattermost', open);
    const [, token = ''] = /\/hooks\/(.*)$/.exec(url) ?? [];
    const request = await notify(`mmost://127.0.0.1:${sandbox.port}/mattermost/${token}`);
    expect(request).toMatchObject({ platform: 'mattermost', verdict: 'accepted' });
    expect(JSON.stringify(request.payload)).toContain(BODY);
  });

  const toDingTalk = ({ url, secret }: Hook) => {
    const { origin, pathname, searchParams } = new URL(url);
    const robot = `${secret ? `${secret}@` : ''}${searchParams.get('access_token')}`;
    const address = `${origin}${pathname}?access_token={token}`;
    return notify(`dingtalk://${robot}/`, { attribute: 'notify_url', address });
  };

  it('is accepted as a client of a DingTalk robot without a signature', async () => {
    const robot = hookOf('dingtalk', (hook) => open(hook) && hook.secret === undefined);
    expect(await toDingTalk(robot)).toMatchObject({ platform: 'dingtalk', verdict: 'accepted' });
  });

  it('is refused by a DingTalk robot with a signature, which it encodes twice', async () => {
    const robot = hookOf('dingtalk', (hook) => open(hook) && hook.secret !== undefined);
    const request = await toDingTalk(robot);
    expect(request).toMatchObject({ verdict: 'refused', code: 'sign_mismatch', status: 200 });
    expect(request.reason).toContain('encoded twice');
  });
});
