import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { connected, happenAt } from './connected';
import { flashdutyApi, ilertApi } from './oncall-keys';
import { type Running, send } from './running';

const APP = join(__dirname, '..', 'page', 'app');
const SCRIPT = `
  import { createRequire } from 'node:module';
  const [app, here, alerts, accounts] = process.argv.slice(1);
  const { JSDOM } = createRequire(here)('jsdom');
  const { window } = new JSDOM('');
  Object.assign(globalThis, { window, document: window.document });
  const { onCallAlerts } = await import(app + '/oncall-alerts.js');
  const { onCallKeys } = await import(app + '/oncall-keys.js');
  const labels = new Map([['alert-acknowledged', 'Accepted']]);
  const list = onCallAlerts(labels);
  for (const alert of JSON.parse(alerts)) list.show(alert);
  const text = (element) => element.textContent;
  const said = {
    alerts: [...list.element.querySelectorAll('.alert')].map((item) => ({
      pill: item.querySelector('.pill').className + ' ' + text(item.querySelector('.pill')),
      title: text(item.querySelector('.alert-title')),
      who: text(item.querySelector(':scope > .faint')),
      last: text(item.querySelector('.alert-last')),
      comments: [...item.querySelectorAll('blockquote')].map(text),
    })),
    keys: [...onCallKeys(JSON.parse(accounts)).querySelectorAll('code')].map(text),
  };
  process.stdout.write(JSON.stringify(said));
`;

/** What the page makes of the alerts of a platform as they stand. */
async function shown(sandbox: Running, platform: string) {
  const { text: alerts } = await send(`${sandbox.url}/${platform}/overview`);
  const accounts = sandbox.oncalls.filter((account) => account.platform === platform).slice(0, 1);
  const script = ['--input-type=module', '-e', SCRIPT, `file://${APP}`, __filename];
  const args = [...script, alerts, JSON.stringify(accounts)];
  return JSON.parse((await promisify(execFile)(process.execPath, args)).stdout);
}

describe('the on-call pane of the page', () => {
  it('tells how an alert stands, who has it, who did it and what was said', async () => {
    const { sandbox } = await connected();
    const { alertId } = await happenAt('ilert')(sandbox, 'alert-created');
    await happenAt('ilert')(sandbox, 'alert-auto-escalated');
    await happenAt('ilert')(sandbox, 'alert-comment-added');
    await ilertApi(sandbox)('PUT', `/alerts/${alertId}/accept`);
    const { alerts, keys } = await shown(sandbox, 'ilert');
    expect(alerts).toEqual([
      {
        pill: 'pill warn ACCEPTED',
        title: 'Checkout p95 latency above 2.5 s',
        who: 'with Ada Byte · level 1',
        last: 'Accepted by API key of Ada Byte',
        comments: [expect.stringMatching(/^Connection pool .*Priya Raman$/)],
      },
    ]);
    expect(keys).toEqual([
      `${sandbox.url}/ilert/api`,
      'ilert-sandbox-key-of-ada-admin',
      expect.stringContaining('source1'),
    ]);
  });

  it('tells of a snooze, and shows the newest alert first', async () => {
    const { sandbox } = await connected();
    const { alertId } = await happenAt('flashduty')(sandbox, 'i_new');
    await happenAt('flashduty')(sandbox, 'i_rslv:auto');
    const second = await happenAt('flashduty')(sandbox, 'i_new');
    expect(second.alertId).not.toBe(alertId);
    const incident_ids = [second.alertId];
    await flashdutyApi(sandbox)('/incident/snooze', { incident_ids, minutes: 60 });
    const { alerts } = await shown(sandbox, 'flashduty');
    expect(alerts).toMatchObject([
      {
        pill: 'pill bad Triggered',
        who: expect.stringMatching(/^called Priya Raman · level 1 · snoozed until \d\d:\d\d:\d\d$/),
        last: 'i_snooze by API key of Ada Byte',
      },
      { pill: 'pill good Closed', last: 'i_rslv:auto by Flashduty' },
    ]);
  });

  it('hears of every change at once', async () => {
    const { sandbox } = await connected();
    const { alertId } = await happenAt('ilert')(sandbox, 'alert-created');
    const stop = new AbortController();
    const stream = await fetch(`${sandbox.url}/inspect/stream`, { signal: stop.signal });
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    await reader?.read();
    await ilertApi(sandbox)('PUT', `/alerts/${alertId}/resolve`);
    let heard = '';
    for (let news = await reader?.read(); news?.value; news = await reader?.read()) {
      heard += news.value;
      if (/event: alert\ndata: .*\n/.test(heard)) break;
    }
    stop.abort();
    const [, data = ''] = /event: alert\ndata: (.*)\n/.exec(heard) ?? [];
    expect(JSON.parse(data)).toMatchObject({ platform: 'ilert', id: alertId, state: 'resolved' });
  });
});
