import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { ALERT_CARD } from './dingtalk-cards';

// it brings no types
const { JSDOM }: { JSDOM: new (html: string) => { window: Window } } = require('jsdom');

const MODULE = join(__dirname, '..', 'page', 'app', 'dingtalk', 'message.js');
/** The page's modules are for browsers; here Node runs them on jsdom. */
const SCRIPT = `
  import { createRequire } from 'node:module';
  const { JSDOM } = createRequire(process.argv[2])('jsdom');
  globalThis.document = new JSDOM('').window.document;
  const { renderMessage } = await import(process.argv[1]);
  const message = { payload: JSON.parse(process.argv[3]), at: '2026-03-01T02:12:00Z', pings: [] };
  process.stdout.write(renderMessage(message).outerHTML);
`;

async function show(payload: object) {
  const args = ['--input-type=module', '-e', SCRIPT, `file://${MODULE}`, __filename];
  const input = JSON.stringify({ robot: 'Alertwire', ...payload });
  const { stdout } = await promisify(execFile)(process.execPath, [...args, input]);
  const page = new JSDOM(stdout).window.document;
  const texts = (selector: string) =>
    [...page.querySelectorAll(selector)].map(({ textContent }) => textContent);
  return { page, texts };
}

const card = (cardParamMap: object, cardTemplateId = ALERT_CARD) => ({
  outTrackId: 'alert-1',
  cardTemplateId,
  cardParamMap,
});

describe('a card on the page', () => {
  it('is drawn from its variables', async () => {
    const { page, texts } = await show(
      card({
        title: 'Checkout is down',
        headline: '5 hosts do not answer',
        status: 'Accepted',
        severity: 'Critical',
        color: '#d92d20',
        markdown: '**eu** <a atId=manager4101>Priya Raman</a>',
        link: 'https://a.example/x',
        linkLabel: 'Open the alert',
        buttons: JSON.stringify([
          { text: 'Accept', status: 'disabled', id: 'accept' },
          { text: 'Runbook', color: 'gray', url: 'https://a.example/y' },
          { text: 'Trap', url: 'javascript:x' },
        ]),
        lastUpdate: '02:12',
        unknown: 'never seen',
      }),
    );
    expect(texts('.card-title, .card-status, .card-severity, .card-headline')).toEqual([
      'Checkout is down',
      'Accepted',
      'Critical',
      '5 hosts do not answer',
    ]);
    expect(page.querySelector<HTMLElement>('.card-head')?.style.borderLeftColor).toBe(
      'rgb(217, 45, 32)',
    );
    expect(texts('strong')).toContain('eu');
    expect(texts('.mention')).toEqual(['@Priya']);
    expect(texts('.card-link a')).toEqual(['Open the alert']);
    expect(texts('button:disabled')).toEqual(['Accept']);
    expect(texts('a.press.gray')).toEqual(['Runbook']);
    expect(page.querySelectorAll('a[href^="javascript"]')).toHaveLength(0);
    expect(texts('.card-note')).toEqual(['02:12']);
    expect(texts('body')[0]).not.toContain('never seen');
    expect(texts('.byline strong')).toEqual(['Alertwire']);
  });

  it('is empty where its variables are', async () => {
    const { texts } = await show(card({}));
    expect(texts('.card')).toEqual(['']);
    expect((await show(card({ buttons: 'no JSON' }))).texts('button')).toEqual([]);
  });

  it('may be of the templates that come with the Stream SDK', async () => {
    const params = {
      title: 'Down',
      markdown: '- eu',
      tips: 'Now',
      sys_full_json_obj: JSON.stringify({ msgButtons: [{ text: 'Accept', color: 'blue' }] }),
    };
    const plain = await show(card(params, '589420e2-c1e2-46ef-a5ed-b8728e654da9.schema'));
    expect(plain.texts('.card-title, .item, .card-note, button')).toEqual(['Down', '•eu', 'Now']);
    const more = await show(card(params, '1366a1eb-bc54-4859-ac88-517c56a9acb1.schema'));
    expect(more.texts('button')).toEqual(['Accept']);
  });
});

describe('a message of an app’s robot on the page', () => {
  const message = (msgKey: string, msgParam: object) => show({ msgKey, msgParam });

  it('is Markdown', async () => {
    const { texts } = await message('sampleMarkdown', { title: 'a', text: '### Down' });
    expect(texts('.bubble.markdown .heading')).toEqual(['Down']);
  });

  it('has its buttons', async () => {
    const one = { title: 'a', text: 'b', singleTitle: 'Open', singleURL: 'https://a.example' };
    expect((await message('sampleActionCard', one)).texts('a')).toEqual(['Open']);
    const two = {
      ...{ title: 'a', text: 'b' },
      ...{ actionTitle1: 'Open', actionURL1: 'https://a.example' },
      ...{ actionTitle2: 'Call', actionURL2: 'https://b.example' },
    };
    const below = await message('sampleActionCard2', two);
    expect(below.texts('.buttons:not(.beside) a')).toEqual(['Open', 'Call']);
    const beside = await message('sampleActionCard6', {
      ...{ title: 'a', text: 'b' },
      ...{ buttonTitle1: 'Open', buttonUrl1: 'https://a.example' },
      ...{ buttonTitle2: 'Call', buttonUrl2: 'https://b.example' },
    });
    expect(beside.texts('.buttons.beside a')).toEqual(['Open', 'Call']);
  });

  it('is a text, a link or a file', async () => {
    expect((await message('sampleText', { content: 'Down' })).texts('.plain')).toEqual(['Down']);
    const link = { title: 'a', text: 'b', messageUrl: 'https://a.example' };
    expect((await message('sampleLink', link)).texts('a')).toEqual(['a']);
    const file = { mediaId: '@a', fileName: 'log.zip', fileType: 'zip' };
    expect((await message('sampleFile', file)).texts('.plain')).toEqual(['📄 log.zip']);
  });
});
