import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Sandbox, startSandbox } from '@alertwire/sandbox';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { messageAt } from '../support/sandbox-messages';

/** Alertmanager's own Slack receiver is a client other people wrote: the sandbox must satisfy it. */
describe('Alertmanager', () => {
  let sandbox: Sandbox;
  let folder: string;
  let alertmanager: ChildProcess;
  let address: string;

  beforeAll(async () => {
    sandbox = await startSandbox();
    folder = mkdtempSync(join(tmpdir(), 'alertmanager-'));
    writeFileSync(join(folder, 'config.json'), JSON.stringify(config(sandbox.hooks[0])));
    alertmanager = spawn('prometheus-alertmanager', [
      `--config.file=${join(folder, 'config.json')}`,
      `--storage.path=${join(folder, 'data')}`,
      '--web.listen-address=127.0.0.1:0',
      '--cluster.listen-address=',
    ]);
    address = await listeningAddress(alertmanager);
  });

  afterAll(async () => {
    const ended = new Promise((resolve) => alertmanager.once('exit', resolve));
    alertmanager.kill('SIGTERM');
    await ended;
    await sandbox.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('posts through its Slack receiver and is accepted', async () => {
    const message = messageAt(sandbox, ({ channel }) => channel === sandbox.hooks[0].channel);
    const answer = await fetch(`http://${address}/api/v2/alerts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify([{ labels: { alertname: 'DiskFull', severity: 'critical' } }]),
    });
    expect(answer.status).toBe(200);
    expect(JSON.stringify((await message).payload)).toContain('DiskFull');
    const requests = await (await fetch(`${sandbox.url}/inspect/requests`)).json();
    expect(requests).toHaveLength(1);
    expect(requests[0].verdict).toBe('accepted');
  });
});

const config = (hook: { url: string; channel: string }) => ({
  route: { receiver: 'slack', group_wait: '1ms' },
  receivers: [{ name: 'slack', slack_configs: [{ api_url: hook.url, channel: hook.channel }] }],
});

/** Alertmanager chooses the port and tells it in its log. */
const listeningAddress = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let log = '';
    child.stderr?.on('data', (chunk) => {
      log += chunk;
      const found = /Listening on.*address=(\S+)/.exec(log);
      if (found) resolve(found[1]);
    });
    child.once('exit', () => reject(new Error(`Alertmanager ended early:\n${log}`)));
  });
