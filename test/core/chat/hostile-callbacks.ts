import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Inbound, InboundRefusal } from '../../../core/answers/inbound';
import type { InboundRequest } from '../../../core/http/types';

/** More of them find more: `npm run fuzz`. */
export const RUNS = Number(process.env.ALERTWIRE_FUZZ_RUNS ?? 1000);
/** In ms; as many runs as there are may take. */
export const PATIENCE_MS = Math.max(60_000, RUNS * 60);

type Read = Inbound | InboundRefusal;

/** How a chat calls back, for those who want to break what reads it. */
export interface HostileChat {
  readonly name: string;
  /** Values the chat could send, with buttons of this installation. */
  readonly good: readonly unknown[];
  /** As the chat writes such a value; default JSON. */
  readonly written?: (value: unknown) => string;
  /** As the chat signs such bytes. */
  readonly signed: (body: Uint8Array) => InboundRequest;
  /** With a memory of its own, so that nothing is a repeat. */
  readonly receive: (request: InboundRequest) => Promise<Read>;
}

const NASTY: readonly unknown[] = [
  ...[null, true, 0, -1, 1e308, '', ' ', '\u0000', '\ud800', '\u202e', '<at>', '&#1114112;'],
  ...['&lt;!channel&gt;', '{{', '$&', '__proto__', 'constructor', 'javascript:alert(1)', '..'],
  ...['http://169.254.169.254/', 'https://evil.example/?a=@dingtalk.com', '9'.repeat(400)],
  ...[[], {}, [[[[]]]], { length: 1e9 }, { toString: 1, valueOf: null }],
  ...['x'.repeat(100_000), '['.repeat(50_000), '警'.repeat(5000)],
  JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
];

const nasty = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: 'binary', maxLength: 50 }),
  fc.jsonValue({ maxDepth: 4 }),
);

/** One value in it is another, or not there, or there is one more; texts of JSON are opened. */
const mutated = (value: unknown, steps: readonly number[], change: Change): unknown => {
  const [step, ...more] = steps;
  const inner = typeof value === 'string' ? opened(value) : value;
  if (step === undefined || typeof inner !== 'object' || inner === null) return change.to;
  const keys = Object.keys(inner);
  const key = keys[step % Math.max(keys.length, 1)];
  const copy: Record<string, unknown> = Array.isArray(inner)
    ? ([...inner] as unknown as Record<string, unknown>)
    : { ...inner };
  if (key === undefined || change.how === 'add') copy[`${change.key}`] = change.to;
  else if (change.how === 'remove' && more.length === 0) delete copy[key];
  else copy[key] = mutated(copy[key], more, change);
  return typeof value === 'string' ? JSON.stringify(copy) : copy;
};

interface Change {
  readonly how: 'replace' | 'remove' | 'add';
  readonly key: string;
  readonly to: unknown;
}

const opened = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const change = fc.record<Change>({
  how: fc.constantFrom('replace', 'replace', 'remove', 'add'),
  key: fc.constantFrom('__proto__', 'constructor', 'toString', 'token', 'x', 'length'),
  to: nasty,
});

const steps = fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 6 });

/** What holds of every answer, whatever came. */
const holds = (read: Read): void => {
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  if (!read.ok) {
    expect([400, 401]).toContain(read.status);
    expect(read.reason).not.toBe('');
    return;
  }
  expect(read.reply.status).toBe(200);
  expect(typeof read.reply.body).toBe('string');
  expect(read.commands.length + read.refused.length).toBeLessThanOrEqual(1);
  for (const command of read.commands) {
    expect(JSON.parse(JSON.stringify(command))).toEqual(command);
    expect(command.id).not.toBe('');
    expect(JSON.stringify(command).length).toBeLessThan(20_000);
    for (const value of Object.values(command.arguments)) expect(typeof value).toBe('string');
  }
  for (const { problem } of read.refused) expect(problem.message).not.toBe('');
};

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Nothing that arrives makes it throw, and nothing unsigned is taken. */
export const survivesHostility = ({
  name,
  good,
  written = JSON.stringify,
  signed,
  receive,
}: HostileChat): void => {
  const goods = fc.constantFrom(...good);
  const held = async (body: Uint8Array) => holds(await receive(signed(body)));
  const run = (property: fc.IAsyncProperty<[unknown, ...unknown[]]>) =>
    fc.assert(property as fc.IAsyncProperty<unknown[]>, { numRuns: RUNS });

  describe(`hostile callbacks to ${name}`, () => {
    it(
      'takes what the chat itself sends',
      async () => {
        for (const one of good)
          expect(await receive(signed(bytes(written(one))))).toMatchObject({ ok: true });
      },
      PATIENCE_MS,
    );

    it(
      'refuses bytes that nobody signed',
      async () => {
        const headers = fc.dictionary(
          fc.constantFrom(
            'authorization',
            'timestamp',
            'sign',
            'x-slack-signature',
            'content-type',
          ),
          fc.oneof(fc.string({ maxLength: 80 }), fc.array(fc.string(), { maxLength: 3 })),
        );
        const query = fc.dictionary(fc.constantFrom('token', 'signature', 'nonce'), nasty);
        const body = fc.uint8Array({ maxLength: 300 });
        await run(
          fc.asyncProperty(headers, query, body, async (h, q, rawBody) => {
            const read = await receive({ headers: h, query: q, rawBody });
            expect(read.ok).toBe(false);
            holds(read);
          }) as never,
        );
      },
      PATIENCE_MS,
    );

    it(
      'reads any bytes the chat signs',
      async () => {
        await run(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), held) as never);
      },
      PATIENCE_MS,
    );

    it(
      'reads any value the chat signs',
      async () => {
        await run(fc.asyncProperty(nasty, (value) => held(bytes(written(value)))) as never);
      },
      PATIENCE_MS,
    );

    it(
      'reads what the chat sends with something else in it',
      async () => {
        await run(
          fc.asyncProperty(goods, steps, change, (one, path, how) =>
            held(bytes(written(mutated(one, path, how)) ?? '')),
          ) as never,
        );
      },
      PATIENCE_MS,
    );

    it(
      'reads what the chat sends with some bytes changed',
      async () => {
        const flips = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 5 });
        await run(
          fc.asyncProperty(goods, flips, (one, changes) => {
            const body = bytes(written(one));
            for (const [at, value] of changes) body[at % body.length] = value;
            return held(body);
          }) as never,
        );
      },
      PATIENCE_MS,
    );

    it(
      'reads what is nested without end',
      async () => {
        for (const [open, close] of [
          ['[', ']'],
          ['{"a":', '}'],
        ]) {
          const deep = open.repeat(50_000);
          await held(bytes(deep));
          await held(bytes(`${deep}1${close.repeat(50_000)}`));
        }
      },
      PATIENCE_MS,
    );
  });
};
