import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { ChatCommand } from '../../core/index';
import { type Sandbox, startSandbox } from '../../sandbox/start';
import { Runtime } from '../node-red/support/runtime';
import { launchChromium } from '../support/chromium';
import { type Playground, startPlayground } from './support/playground';
import { CHANNEL, loopFor, PATHS, SECRET } from './support/playground-flow';
import { PlaygroundPage } from './support/playground-page';

const shots = process.env.ALERTWIRE_SCREENSHOTS;

describe('the loop in the Microsoft 365 Agents Playground', () => {
  let runtime: Runtime;
  let sandbox: Sandbox;
  let playground: Playground;
  let browser: Browser;
  let alex: PlaygroundPage;

  beforeAll(async () => {
    runtime = await Runtime.start();
    const ilert = { url: runtime.url(PATHS.alerts), secret: SECRET };
    sandbox = await startSandbox({ rateWindowScale: 0, targets: { ilert } });
    playground = await startPlayground(runtime.url(PATHS.answers));
    await runtime.deploy(loopFor(sandbox, playground.serviceUrl));
    browser = await launchChromium();
    alex = await PlaygroundPage.open(browser, playground.url);
  });
  afterAll(async () => {
    await browser?.close();
    await playground?.stop();
    await sandbox?.close();
    await runtime?.stop();
  });

  const ask = async <T>(path: string, body?: object): Promise<T> => {
    const init = body && { method: 'POST', body: JSON.stringify(body) };
    return (await fetch(sandbox.url + path, init)).json() as Promise<T>;
  };
  const actionOf = (message: object | undefined) =>
    (message as { readonly command?: ChatCommand } | undefined)?.command?.action;

  it('runs for this machine alone', async () => {
    const { ok } = await fetch(playground.url);
    expect(ok).toBe(true);
    await expect(fetch(playground.url.replace('127.0.0.1', '127.0.0.2'))).rejects.toThrow();
  });

  it('tells the flow where the bot was added', async () => {
    await alex.goTo('Shop - General');
    const { installation } = await runtime.until(
      ({ sink, message }) => sink === 'set-up' && message?.topic === CHANNEL && message,
    );
    expect(installation).toMatchObject({
      added: true,
      channel: { id: CHANNEL, name: 'Shop' },
      ref: { service: playground.serviceUrl, conversation: CHANNEL, kind: 'channel' },
    });
  });

  it.each([
    ['oncall', 'On call now: Priya Raman'],
    ['ack', 'Which alert? Write its number: ack 4711'],
  ])('answers @Alertwire %s for the eyes of one person', async (line, answer) => {
    const called = alex.called(({ activityName }) => activityName === 'message');
    await alex.say('Alertwire', line);
    const { request, response } = await called;
    expect(response.statusCode).toBe(201);
    expect(request.body).toMatchObject({
      summary: expect.stringContaining(answer),
      recipient: { id: '29:1playgroundAlex', isTargeted: true },
    });
  });

  it("draws an alert with Microsoft's renderer", async () => {
    const nth = runtime.messages('sent').length + 1;
    const { alertId } = await ask<{ alertId: string }>('/ilert/send', {
      eventType: 'alert-created',
    });
    const drawn = alex.card(`#${alertId}`);
    await drawn.getByRole('button', { name: 'Accept' }).waitFor();
    expect(await drawn.textContent()).toMatch(/Checkout p95 latency above 2\.5 s.*Severity *High/);
    expect((await runtime.message('sent', nth)).delivery).toMatchObject({
      receipt: 'posted',
      transport: 'bot',
    });
  });

  it('takes a click to the platform, and shows everybody who accepted', async () => {
    const changed = alex.card('Accepted by Alex Wilber');
    await alex.page.getByRole('button', { name: 'Accept' }).click();
    await changed.waitFor();
    expect(await changed.getByRole('button').allTextContents()).not.toContain('Accept');
    expect(await alex.page.getByText('Checkout p95 latency').count()).toBe(1);
    const sent = await runtime.until(
      ({ sink, message }) => sink === 'sent' && actionOf(message) === 'accept' && message,
    );
    expect(sent).toMatchObject({
      command: { user: { name: 'Alex Wilber' } },
      result: { ok: true, code: 'done' },
      delivery: { answer: { receipt: 'posted' } },
    });
    expect(await ask('/ilert/alerts')).toEqual([expect.objectContaining({ status: 'ACCEPTED' })]);
    await alex.card('Accepted.').waitFor();
    if (shots) await alex.page.screenshot({ path: join(shots, 'playground.png') });
  });

  it('had nothing to refuse, and nothing failed', () => {
    expect(['refused', 'caught'].flatMap((sink) => runtime.messages(sink))).toEqual([]);
  });
});
