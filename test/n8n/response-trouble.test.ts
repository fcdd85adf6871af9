import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ITriggerFunctions } from 'n8n-workflow';
import { tellTrouble } from '../../nodes/host/response/trouble';

const problem = { code: 'socket.lost', message: 'The connection was lost.', hint: 'Look.' };
let logged: string[];
let failed: string[];

const contextIn = (mode: 'trigger' | 'manual') =>
  ({
    getMode: () => mode,
    getNode: () => ({ name: 'Node', type: 'n8n-nodes-alertwire.slackSocketAlertTrigger' }),
    logger: { warn: (line: string) => logged.push(line), debug: () => {} },
    saveFailedExecution: ({ message }: Error) => failed.push(message),
  }) as unknown as ITriggerFunctions;

/** Of a connection that was there. */
const tellIn = (mode: 'trigger' | 'manual') => {
  const tell = tellTrouble(contextIn(mode), 'Slack');
  tell(undefined);
  return tell;
};

beforeEach(() => {
  logged = [];
  failed = [];
});

describe('a connection that stays away', () => {
  it('is a line in the log each time, with when it is tried again', () => {
    const tell = tellIn('trigger');
    tell({ problem, waitMs: 1500 });
    expect(logged).toEqual(['Slack: The connection was lost. Look. It is tried again in 2 s.']);
    expect(failed).toEqual([]);
  });

  it('is a failed execution, once, until it is back', () => {
    const tell = tellIn('trigger');
    for (const waitMs of [16_000, 31_000, 60_000]) tell({ problem, waitMs });
    expect(failed).toEqual(['The connection was lost.']);
    tell(undefined);
    tell({ problem, waitMs: 45_000 });
    expect(failed).toHaveLength(2);
  });

  it('is none while somebody only tries the node out', () => {
    const tell = tellIn('manual');
    tell({ problem, waitMs: 60_000 });
    expect(failed).toEqual([]);
  });

  it('is for n8n to tell where it was never there', () => {
    tellTrouble(contextIn('trigger'), 'Slack')({ problem, waitMs: 60_000 });
    expect([...logged, ...failed]).toEqual([]);
  });
});
