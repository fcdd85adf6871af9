import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { ALERT_CARD } from './dingtalk-cards';

const MODULE = join(__dirname, '..', 'page', 'app', 'dingtalk', 'message.js');
/** The page's modules are for browsers; here Node runs them on jsdom, and clicks what can be clicked. */
const SCRIPT = `
  import { createRequire } from 'node:module';
  const { JSDOM } = createRequire(process.argv[2])('jsdom');
  globalThis.document = new JSDOM('').window.document;
  const { renderMessage } = await import(process.argv[1]);
  const message = { payload: JSON.parse(process.argv[3]), at: '2026-03-01T02:12:00Z', pings: [] };
  const pressed = [];
  const shown = renderMessage(message, { press: (each) => pressed.push(each) });
  for (const button of shown.querySelectorAll('button')) button.click();
  for (const button of renderMessage(message).querySelectorAll('button')) button.click();
  const texts = [...shown.querySelectorAll('.bubble *')].map(({ textContent }) => textContent);
  const byline = shown.querySelector('.byline').textContent;
  process.stdout.write(JSON.stringify({ pressed, texts, byline }));
`;

async function show(payload: object) {
  const args = ['--input-type=module', '-e', SCRIPT, `file://${MODULE}`, __filename];
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...args,
    JSON.stringify(payload),
  ]);
  return JSON.parse(stdout) as { pressed: object[]; texts: string[]; byline: string };
}

const card = (buttons: string, more: object = {}) => ({
  robot: 'Alertwire',
  cardTemplateId: ALERT_CARD,
  cardParamMap: { title: 'Down', buttons, ...more },
});

describe('what can be pressed on the page', () => {
  it('are the buttons of a card', async () => {
    const buttons = [
      { id: 'accept', text: 'Accept', color: 'blue' },
      { id: 'resolve', text: 'Resolve', status: 'disabled' },
      { text: 'Runbook', url: 'https://a.example' },
    ];
    const { pressed, texts } = await show(card(JSON.stringify(buttons)));
    expect(pressed).toEqual([{ control: 'accept' }]);
    expect(texts).toEqual(expect.arrayContaining(['Accept', 'Resolve', 'Runbook']));
  });

  it('may have a variable each', async () => {
    const own = {
      button1: '{"id":"accept","text":"Accept"}',
      button2: '{}',
      button3: '{"id":"snooze","text":"Snooze"}',
    };
    const { pressed } = await show(card('[]', own));
    expect(pressed).toEqual([{ control: 'accept' }, { control: 'snooze' }]);
    const { texts } = await show(card('[]', { ...own, button2: 'no JSON' }));
    expect(texts).toContain('The buttons are no JSON list.');
  });

  it.each([['no JSON'], ['{}'], ['null']])(
    'is nothing where the buttons are %s',
    async (buttons) => {
      const { pressed, texts } = await show(card(buttons));
      expect(pressed).toEqual([]);
      expect(texts).toContain('The buttons are no JSON list.');
    },
  );

  it.each([[''], ['[]']])(
    'is nothing, and nothing is wrong, where they are %j',
    async (buttons) => {
      const { texts } = await show(card(buttons));
      expect(texts.join()).not.toContain('JSON');
    },
  );

  it('are links that say something, and what they say', async () => {
    const url = 'dtmd://dingtalkclient/sendMessage?content=accept%20INC-1';
    const text = `Down. **[Accept](${url})** [Go](https://a.example)`;
    const { pressed, texts } = await show({ msgtype: 'markdown', markdown: { title: 'a', text } });
    expect(pressed).toEqual([{ control: url }]);
    expect(texts).toContain(' says “accept INC-1”');
  });

  it('is no such link on a card', async () => {
    const markdown = '[Accept](dtmd://dingtalkclient/sendMessage?content=accept)';
    const params = { cardTemplateId: ALERT_CARD, cardParamMap: { markdown } };
    expect((await show(params)).pressed).toEqual([]);
  });
});

describe('what somebody says', () => {
  it('is theirs on the page', async () => {
    const line = { person: 'Mei Tanaka', msgtype: 'text', text: { content: '@Alertwire help' } };
    const { byline, texts } = await show(line);
    expect(byline).toMatch(/^Mei Tanaka\d/);
    expect(texts).toEqual(['@Alertwire help']);
  });
});
