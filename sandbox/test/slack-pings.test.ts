import { describe, expect, it } from '@jest/globals';
import { postJson, runSandbox } from './running';

const section = (text: string, type = 'mrkdwn') => [{ type: 'section', text: { type, text } }];

const CASES: [name: string, message: object, pings: string[]][] = [
  ['the text', { text: 'help <!here> and <!channel>' }, ['<!here>', '<!channel>']],
  ['a person', { text: 'hi <@U024BE7LH> and <@W012A3CDE|egon>' }, ['<@U024BE7LH>', '<@W012A3CDE>']],
  ['a group', { text: '<!subteam^SAZ94GDB8|@ops>' }, ['<!subteam^SAZ94GDB8>']],
  ['a section', { blocks: section('<!everyone>') }, ['<!everyone>']],
  [
    'a field and a context',
    {
      blocks: [
        { type: 'section', fields: [{ type: 'mrkdwn', text: '<@U1>' }] },
        { type: 'context', elements: [{ type: 'mrkdwn', text: '<@U2>' }] },
      ],
    },
    ['<@U1>', '<@U2>'],
  ],
  ['blocks of an attachment', { attachments: [{ blocks: section('<!here>') }] }, ['<!here>']],
  [
    'an old attachment',
    { attachments: [{ pretext: '<@U1>', text: '<@U2>', fields: [{ value: '<@U3>' }] }] },
    ['<@U1>', '<@U2>', '<@U3>'],
  ],
  [
    'rich text',
    {
      blocks: [
        {
          type: 'rich_text',
          elements: [
            {
              type: 'rich_text_section',
              elements: [
                { type: 'broadcast', range: 'here' },
                { type: 'user', user_id: 'U7' },
              ],
            },
          ],
        },
      ],
    },
    ['<!here>', '<@U7>'],
  ],
  ['markdown', { blocks: [{ type: 'markdown', text: '**now** <!here>' }] }, ['<!here>']],
  ['each only once', { text: '<!here>', blocks: section('<!here> <!here>') }, ['<!here>']],
  [
    'bare names with link_names',
    { text: '@here mail@channel.example', link_names: true },
    ['<!here>'],
  ],
  ['bare names with full parsing', { text: 'hey @channel', parse: 'full' }, ['<!channel>']],
];

const HARMLESS: [name: string, message: object][] = [
  ['escaped mentions', { text: '&lt;!here&gt; &lt;@U024BE7LH&gt;' }],
  ['plain text blocks', { text: 'a', blocks: section('<!here>', 'plain_text') }],
  ['bare names', { text: '@here @channel @everyone' }],
  ['links and channels', { text: '<https://example.com|@here> <#C024BE7LR> <@u1>' }],
];

describe('whom a message pings', () => {
  it.each(CASES)('is read from %s', async (_name, message, pings) => {
    const sandbox = await runSandbox();
    expect((await postJson(sandbox.hook('#ops-alerts'), message)).text).toBe('ok');
    expect((await sandbox.messages())[0]?.pings).toEqual(pings);
  });

  it.each(HARMLESS)('is nobody for %s', async (_name, message) => {
    const sandbox = await runSandbox();
    expect((await postJson(sandbox.hook('#ops-alerts'), message)).text).toBe('ok');
    expect((await sandbox.messages())[0]?.pings).toEqual([]);
  });
});
