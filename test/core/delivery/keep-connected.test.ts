import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Inbound, InboundSetup } from '../../../core/answers/inbound';
import { heard } from '../../../core/answers/said';
import type { SocketRules } from '../../../core/chat/platform';
import {
  type ConnectionEvents,
  type KeptConnection,
  keepConnected,
} from '../../../core/delivery/keep-connected';
import { ask } from '../../../core/http/steps';
import type { Problem } from '../../../core/problem';
import { steppedClock } from './stepped-clock';

const MINUTE = 60_000;
const problem: Problem = { code: 'chat.no', message: 'No.', hint: 'Ask again.' };

/** Says what it is told: `end …`, or a command. */
const rules: SocketRules = {
  connect: () =>
    ask({ method: 'POST', url: '/open', headers: {} }, (answer) =>
      'status' in answer && answer.status === 200 ? { url: answer.body } : { problem },
    ),
  frame: (text) => {
    if (text.startsWith('end ')) return { end: text.slice(4) as 'reconnect' | 'refused' };
    return { reply: `ack ${text}`, inbound: heard({ warnings: [text] }) };
  },
  renewMs: 30 * MINUTE,
};

interface Line {
  readonly url: string;
  readonly events: ConnectionEvents;
  open: boolean;
}

let world: ReturnType<typeof steppedClock>;
let lines: Line[];
let events: string[];
let inbounds: Inbound[];
/** What the chat answers to who asks where to connect to; undefined: an address. */
let asked: number[];
let refuses: boolean;
let breaks: boolean;
let kept: KeptConnection;

const connect = () => {
  kept = keepConnected({
    rules,
    setup: {} as InboundSetup,
    clock: world.clock,
    http: async () => {
      asked.push(world.clock.now());
      return { status: refuses ? 500 : 200, headers: {}, body: `wss://chat/${asked.length}` };
    },
    dial: async (url, on) => {
      if (breaks) return undefined;
      const line: Line = { url, events: on, open: true };
      lines.push(line);
      events.push(`open ${lines.length}`);
      return {
        close: () => {
          if (!line.open) return;
          line.open = false;
          events.push(`close ${lines.indexOf(line) + 1}`);
          on.ended();
        },
      };
    },
    hear: (inbound) => inbounds.push(inbound),
    tell: (trouble) => events.push(trouble ? `${trouble.problem.code} ${trouble.waitMs}` : 'ok'),
  });
  return kept.first;
};

const told = (line: number, text: string): string[] => {
  const replies: string[] = [];
  lines[line - 1].events.message(text, (reply) => replies.push(reply));
  return replies;
};
const cut = (line: number) => {
  lines[line - 1].open = false;
  lines[line - 1].events.ended();
};

beforeEach(() => {
  world = steppedClock();
  lines = [];
  events = [];
  inbounds = [];
  asked = [];
  refuses = false;
  breaks = false;
});

describe('a connection that is kept', () => {
  it('hands on what comes, after its answer is out', async () => {
    expect(await connect()).toBeUndefined();
    expect(lines[0].url).toBe('wss://chat/1');
    const order: string[] = [];
    lines[0].events.message('hello', () => order.push(`answered before ${inbounds.length + 1}`));
    expect(order).toEqual(['answered before 1']);
    expect(inbounds).toMatchObject([{ warnings: ['hello'] }]);
  });

  it('says why the first try failed, and goes on trying', async () => {
    refuses = true;
    expect(await connect()).toEqual(problem);
    await world.advance(MINUTE);
    refuses = false;
    await world.advance(MINUTE);
    expect(events.at(-1)).toBe('ok');
  });

  it('waits longer after each failure, a minute at most', async () => {
    breaks = true;
    expect(await connect()).toMatchObject({ code: 'socket.not_opened' });
    await world.advance(10 * MINUTE);
    const waits = asked.slice(1).map((at, index) => at - asked[index]);
    expect(waits.slice(0, 6)).toEqual([1500, 3000, 6000, 12_000, 24_000, 45_000]);
    expect(Math.max(...waits)).toBe(45_000);
  });

  it('replaces a connection when it gets old: the new one is there before the old one goes', async () => {
    await connect();
    await world.advance(31 * MINUTE);
    expect(events).toEqual(['open 1', 'ok', 'open 2', 'close 1', 'ok']);
  });

  it('keeps the old one as long as there is no new one', async () => {
    await connect();
    refuses = true;
    await world.advance(31 * MINUTE);
    expect(events).not.toContain('close 1');
    expect(told(1, 'still here')).toEqual(['ack still here']);
    refuses = false;
    await world.advance(MINUTE);
    expect(events.slice(-3)).toEqual(['open 2', 'close 1', 'ok']);
  });

  it('comes at once when the chat asks for it, and then lets the old one go', async () => {
    await connect();
    await world.advance(5 * MINUTE);
    told(1, 'end reconnect');
    await world.advance(0);
    expect(events).toEqual(['open 1', 'ok', 'open 2', 'close 1', 'ok']);
  });

  it('notices what was cut, and is back after a moment', async () => {
    await connect();
    await world.advance(5 * MINUTE);
    cut(1);
    await world.advance(0);
    expect(events.at(-1)).toBe('socket.lost 1500');
    await world.advance(1500);
    expect(events.slice(-2)).toEqual(['open 2', 'ok']);
  });

  it.each(['end reconnect', 'cut'])(
    'does not storm a chat that says %s again and again',
    async (how) => {
      await connect();
      for (let minute = 0; minute < 600; minute += 1) {
        await world.advance(MINUTE / 60);
        const newest = lines.length;
        if (!lines[newest - 1].open) continue;
        if (how === 'cut') cut(newest);
        else told(newest, how);
      }
      expect(asked.length).toBeLessThan(20);
    },
  );

  it('says that the chat wants no connection, and asks rarely', async () => {
    await connect();
    told(1, 'end refused');
    await world.advance(0);
    expect(events.at(-1)).toBe('socket.refused 1500');
  });

  it('is silent once it is closed', async () => {
    await connect();
    kept.close();
    expect(told(1, 'late')).toEqual([]);
    expect(inbounds).toEqual([]);
    await world.advance(60 * MINUTE);
    expect(events).toEqual(['open 1', 'ok', 'close 1']);
    expect(asked).toHaveLength(1);
  });

  it('closes what was on its way when it was closed', async () => {
    const first = connect();
    kept.close();
    await first;
    await world.advance(60 * MINUTE);
    expect(events).toEqual(['open 1', 'close 1']);
  });
});
