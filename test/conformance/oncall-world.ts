import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import type { AlertEvent } from '../../core/alert/event';
import { listOnCall, performAction, receiveAlertWebhook } from '../../core/oncall/index';
import type { ActionOrder } from '../../core/oncall/perform';
import { ON_CALL_PLATFORMS } from '../../core/oncall/registry';
import { type Sandbox, startSandbox } from '../../sandbox/start';
import { quickClock } from './support/quick-clock';
import { useNodeRedHttp, withCredential } from './support/transports';

const SECRET = { secret: 'the-secret-of-the-conformance-tests' };

/** The stand-ins of the on-call platforms, over real sockets, with the keys they know. */
export const useOnCall = (id: string) => {
  let sandbox: Sandbox;
  let trigger: Server;
  const told: AlertEvent[] = [];
  let heard = () => {};
  const http = useNodeRedHttp();
  const platform = ON_CALL_PLATFORMS.find((one) => one.id === id);
  if (!platform) throw new Error(`There is no platform ${id}.`);

  beforeAll(async () => {
    trigger = createServer(async (request, response) => {
      const inbound = { headers: request.headers, query: {}, rawBody: await buffer(request) };
      const received = receiveAlertWebhook('detect', inbound, { shared: SECRET }, Date.now());
      if (received.ok) told.push(...received.events);
      heard();
      response.writeHead(received.status).end();
    });
    await new Promise<void>((resolve) => trigger.listen(0, '127.0.0.1', resolve));
    const target = { url: triggerUrl(), secret: SECRET.secret };
    sandbox = await startSandbox({ rateWindowScale: 0, target });
  });
  afterAll(async () => {
    await sandbox.close();
    trigger.closeAllConnections();
    trigger.close();
  });
  beforeEach(async () => {
    await ask('/inspect/reset', {});
    told.length = 0;
  });

  const triggerUrl = () => `http://127.0.0.1:${(trigger.address() as AddressInfo).port}/`;

  const ask = async (path: string, body?: object) => {
    const headers = { 'content-type': 'application/json' };
    const init = body && { method: 'POST', headers, body: JSON.stringify(body) };
    const answer = await fetch(sandbox.url + path, init);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`The sandbox refused ${path}: ${text}`);
    return JSON.parse(text);
  };

  const credentialOf = (name: string): Record<string, string> => {
    const account = sandbox.oncalls.find((one) => one.platform === id && one.name.startsWith(name));
    if (!account) throw new Error(`Nobody called ${name} has a key.`);
    return { baseUrl: account.baseUrl, ...account.credential };
  };

  /** What a node asks with. */
  const asking = (credential: Record<string, string>) => ({
    credential,
    http: withCredential(http, (request) => platform.authenticate(request, credential)),
    clock: quickClock().clock,
  });

  return {
    platform,
    triggerUrl,
    /** What the trigger heard. */
    told,
    /** The first that fits, as soon as the trigger has heard it. */
    hears: (fits: (event: AlertEvent) => boolean) =>
      new Promise<AlertEvent>((resolve) => {
        heard = () => {
          const found = told.find(fits);
          if (found) resolve(found);
        };
        heard();
      }),
    ask,
    asking,
    credentialOf,
    /** The id of a new alert. */
    newAlert: async (): Promise<string> =>
      (await ask(`/${id}/send`, { eventType: id === 'ilert' ? 'alert-created' : 'i_new' })).alertId,
    /** What somebody else does at the platform. */
    happen: (eventType: string, alertId: string) => ask(`/${id}/send`, { eventType, alertId }),
    act: (order: Partial<ActionOrder> & { action: string }, name = 'Ada', less: string[] = []) => {
      const credential = Object.fromEntries(
        Object.entries(credentialOf(name)).filter(([key]) => !less.includes(key)),
      );
      return performAction({ platform: id, ...asking(credential), ...order });
    },
    /** The next `times` requests meet it. */
    fault: (fault: object, times = 1) => ask('/inspect/faults', { platform: id, times, ...fault }),
    /** The e-mail address of somebody, as a person would pick it. */
    emailOf: async (search: string): Promise<string> => {
      const page = await listOnCall(id, 'people', { ...asking(credentialOf('Ada')), search });
      if ('problem' in page) throw new Error(page.problem.message);
      return page.entries[0]?.detail ?? '';
    },
    requests: () => ask('/inspect/requests'),
  };
};
