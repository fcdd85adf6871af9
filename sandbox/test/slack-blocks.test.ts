import { describe, expect, it } from '@jest/globals';
import { postJson, runSandbox } from './running';

const plain = (length: number) => ({ type: 'plain_text', text: 'x'.repeat(length) });
const mrkdwn = (length: number) => ({ type: 'mrkdwn', text: 'x'.repeat(length) });
const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));
const section = (more: object) => [{ type: 'section', ...more }];
const button = (more: object) => [
  { type: 'actions', elements: [{ type: 'button', text: plain(5), ...more }] },
];
const image = (more: object) => [
  { type: 'image', image_url: 'https://example.com/graph.png', alt_text: 'A graph', ...more },
];
const url = (length: number) => `https://example.com/${'a'.repeat(length - 20)}`;

const LIMITS: [name: string, limit: number, blocks: (n: number) => object[]][] = [
  ['blocks', 50, (n) => times(n, () => ({ type: 'divider' }))],
  ['characters of a section', 3000, (n) => section({ text: mrkdwn(n) })],
  ['fields', 10, (n) => section({ fields: times(n, () => mrkdwn(1)) })],
  ['characters of a field', 2000, (n) => section({ fields: [plain(n)] })],
  ['characters of a header', 150, (n) => [{ type: 'header', text: plain(n) }]],
  ['context elements', 10, (n) => [{ type: 'context', elements: times(n, () => mrkdwn(1)) }]],
  [
    'actions',
    25,
    (n) => [{ type: 'actions', elements: times(n, () => ({ type: 'button', text: plain(1) })) }],
  ],
  ['characters of a button', 75, (n) => button({ text: plain(n) })],
  ['characters of a button value', 2000, (n) => button({ value: 'v'.repeat(n) })],
  ['characters of a button URL', 3000, (n) => button({ url: url(n) })],
  ['characters of an action_id', 255, (n) => button({ action_id: 'a'.repeat(n) })],
  ['characters of a block_id', 255, (n) => [{ type: 'divider', block_id: 'b'.repeat(n) }]],
  ['characters of an image URL', 3000, (n) => image({ image_url: url(n) })],
  ['characters of an alt text', 2000, (n) => image({ alt_text: 'x'.repeat(n) })],
  ['characters of markdown', 12_000, (n) => [{ type: 'markdown', text: 'x'.repeat(n) }]],
];

describe('the limits of Block Kit', () => {
  it.each(LIMITS)('%s: %i pass, one more does not', async (_name, limit, blocks) => {
    const sandbox = await runSandbox();
    const hook = sandbox.hook('#ops-alerts');
    expect((await postJson(hook, { blocks: blocks(limit) })).text).toBe('ok');
    const reply = await postJson(hook, { blocks: blocks(limit + 1) });
    expect([reply.status, reply.text]).toEqual([400, 'invalid_blocks']);
  });

  it('hold inside attachments too', async () => {
    const sandbox = await runSandbox();
    const attachments = [{ color: 'danger', blocks: section({ text: mrkdwn(3001) }) }];
    expect((await postJson(sandbox.hook('#ops-alerts'), { attachments })).text).toBe(
      'invalid_blocks',
    );
    const [request] = await sandbox.requests();
    expect(request?.reason).toBe('attachments[0].blocks[0].text.text: More than 3000 characters.');
  });

  it('bound the text of all blocks together', async () => {
    const sandbox = await runSandbox();
    const hook = sandbox.hook('#ops-alerts');
    const full = [3000, 3000, 3000, 3000].flatMap((n) => section({ text: mrkdwn(n) }));
    const fitting = { blocks: [...full, ...section({ text: plain(1200) })] };
    expect((await postJson(hook, fitting)).text).toBe('ok');
    expect((await sandbox.messages())[0]?.size).toEqual({
      used: 13_200,
      limit: 13_200,
      unit: 'characters',
    });
    const reply = await postJson(hook, { blocks: [...full, ...section({ text: plain(1201) })] });
    expect([reply.status, reply.text]).toEqual([400, 'msg_blocks_too_long']);
  });
});

describe('blocks', () => {
  it.each([
    ['an unknown type', [{ type: 'hologram' }]],
    ['no type', [{}]],
    ['an unknown property', [{ type: 'divider', colour: 'red' }]],
    ['a section with nothing in it', [{ type: 'section' }]],
    ['an empty section text', section({ text: mrkdwn(0) })],
    ['no fields in fields', section({ fields: [] })],
    ['a text without its type', section({ text: { text: 'a' } })],
    ['mrkdwn in a header', [{ type: 'header', text: mrkdwn(5) }]],
    ['mrkdwn in a button', button({ text: mrkdwn(5) })],
    ['no actions', [{ type: 'actions', elements: [] }]],
    ['a style Slack has not', button({ style: 'warning' })],
    ['a relative URL', button({ url: '/alerts/1' })],
    ['an image without alt text', image({ alt_text: undefined })],
    ['an image that is not on the web', image({ image_url: 'data:image/png;base64,AA' })],
    ['verbatim plain text', section({ text: { ...plain(1), verbatim: true } })],
    ['a block_id twice', times(2, () => ({ type: 'divider', block_id: 'same' }))],
    [
      'an action_id twice in one block',
      [
        {
          type: 'actions',
          elements: times(2, () => ({ type: 'button', action_id: 'same', text: plain(1) })),
        },
      ],
    ],
  ])('with %s are refused, with a reason and its source', async (_name, blocks) => {
    const sandbox = await runSandbox();
    const reply = await postJson(sandbox.hook('#ops-alerts'), { text: 'fallback', blocks });
    expect([reply.status, reply.text]).toEqual([400, 'invalid_blocks']);
    const [request] = await sandbox.requests();
    expect(request?.reason).toMatch(/^.+\.$/);
    expect(request?.source).toMatch(/^https:\/\/docs\.slack\.dev\/reference\/block-kit\//);
  });

  it('may use one action_id in two blocks', async () => {
    const sandbox = await runSandbox();
    const blocks = [...button({ action_id: 'accept' }), ...button({ action_id: 'accept' })];
    expect((await postJson(sandbox.hook('#ops-alerts'), { blocks })).text).toBe('ok');
  });

  it('have to be a list', async () => {
    const sandbox = await runSandbox();
    const reply = await postJson(sandbox.hook('#ops-alerts'), { text: 'a', blocks: { a: 1 } });
    expect(reply.text).toBe('invalid_blocks_format');
  });

  it('cite the page about the block that is wrong', async () => {
    const sandbox = await runSandbox();
    const blocks = [{ type: 'divider' }, ...section({})];
    await postJson(sandbox.hook('#ops-alerts'), { blocks });
    expect(await sandbox.requests()).toMatchObject([
      {
        reason: 'blocks[1]: A section needs a text or fields.',
        source: 'https://docs.slack.dev/reference/block-kit/blocks/section-block',
        payload: { blocks },
      },
    ]);
  });
});

describe('attachments', () => {
  it.each(['', 'good', 'warning', 'danger', '#E01E5A', '439fe0'])('may be %p', async (color) => {
    const sandbox = await runSandbox();
    const attachments = [{ color, text: 'old style' }];
    expect((await postJson(sandbox.hook('#ops-alerts'), { attachments })).text).toBe('ok');
  });

  it.each([
    [[{ color: 'crimson', text: 'a' }]],
    [[{ text: 5 }]],
    [['text']],
    ['text'],
    [[{ text: 'a', footer: 'x'.repeat(301) }]],
  ])('are refused when they are %j', async (attachments) => {
    const sandbox = await runSandbox();
    const reply = await postJson(sandbox.hook('#ops-alerts'), { text: 'a', attachments });
    expect([reply.status, reply.text]).toEqual([400, 'invalid_attachments']);
  });

  it('are at most a hundred', async () => {
    const sandbox = await runSandbox();
    const hook = sandbox.hook('#ops-alerts');
    const many = (count: number) => ({ attachments: times(count, () => ({ text: 'a' })) });
    expect((await postJson(hook, many(100))).text).toBe('ok');
    expect((await postJson(hook, many(101))).text).toBe('too_many_attachments');
  });
});
