import { describe, expect, it } from '@jest/globals';
import { after } from './page-column';

const DIALOG = {
  id: 'V1',
  title: 'Escalate',
  submit: 'Send',
  fields: [
    { name: 'why', label: 'Why', kind: 'textarea', optional: true },
    { name: 'to', label: 'To', kind: 'select', options: [{ value: 'a', label: 'A' }] },
  ],
};

describe('what people do on the page', () => {
  it('presses buttons and picks from menus as the chosen person', async () => {
    const { posted, texts } = await after(`
      await click('Accept');
      choose('You are, in Slack', 'U2');
      choose('More actions', 'mute');
      await settled();
    `);
    const place = { channel: '#ops', message: '7' };
    expect(posted).toEqual([
      ['/inspect/chats/slack/press', { ...place, control: 'a1b0/accept', by: 'U1' }],
      ['/inspect/chats/slack/press', { ...place, control: 'a1b0/e1', value: 'mute', by: 'U2' }],
    ]);
    expect(texts('.marks')).toEqual(['Only visible to Jonas']);
  });

  it('shows a problem and a notice by the message, and lets go of them', async () => {
    const reaction = { ok: false, problem: 'Too late', notice: 'Psst' };
    const { texts } = await after(`await click('Accept');`, reaction);
    expect(texts('.message .reaction.problem p')).toEqual(['Too late']);
    expect(texts('.message .reaction.notice p')).toEqual(['Psst', 'Only visible to Priya']);
    const gone = await after(`await click('Accept'); await click('Dismiss');`, reaction);
    expect(gone.texts('.reaction')).toEqual([]);
  });

  it('keeps what came of it when the message changes', async () => {
    const { texts } = await after(
      `await click('Accept'); column.changeMessage({ ...message, text: 'x' });`,
      { ok: false, problem: 'Too late' },
    );
    expect(texts('.message .reaction.problem p')).toEqual(['Too late']);
  });

  it('lets go of what was said for the meantime when the message changes', async () => {
    const { texts } = await after(
      `await click('Accept'); column.changeMessage({ ...message, text: 'x' });`,
      { ok: true, notice: 'Working on it …' },
    );
    expect(texts('.message .reaction')).toEqual([]);
    const quick = await after(
      `named('Accept').click(); column.changeMessage({ ...message, text: 'x' }); await settled();`,
      { ok: true, notice: 'Working on it …' },
    );
    expect(quick.texts('.message .reaction')).toEqual([]);
  });

  it('shows a message from its beginning where it is longer than the feed', async () => {
    const { page } = await after(`
      const feed = find('.feed');
      let height = 300;
      Object.defineProperties(feed, {
        clientHeight: { get: () => 200 },
        scrollHeight: { get: () => 400 + height },
      });
      window.Element.prototype.getBoundingClientRect = function () {
        return { top: this === feed ? 100 : 500 - feed.scrollTop };
      };
      column.addMessage({ ...message, id: 'message-2' });
      feed.dataset.long = feed.scrollTop;
      height = 50;
      column.addMessage({ ...message, id: 'message-3' });
      feed.dataset.short = feed.scrollTop;
    `);
    const { dataset } = page.querySelector('.feed') as HTMLElement;
    expect(dataset).toMatchObject({ long: '400', short: '250' });
  });

  it('says a line in the channel that is open', async () => {
    const { posted, page, texts } = await after(`await type('Say in Slack', '/alertwire list');`, {
      ok: false,
      problem: 'failed',
    });
    const line = { channel: '#ops', text: '/alertwire list', by: 'U1' };
    expect(posted).toEqual([['/inspect/chats/slack/say', line]]);
    expect(texts('.talk .reaction.problem p')).toEqual(['failed']);
    expect(page.querySelector('.say input')?.getAttribute('placeholder')).toBe('/alertwire …');
  });

  it('fills a dialog, sees what is wrong, and sends it', async () => {
    const errors = { why: 'Say more.', '': 'Not now.' };
    const { posted, texts, page } = await after(
      `await click('Accept');
       find('.app-dialog textarea').value = 'Slow';
       find('.app-dialog form').dispatchEvent(new window.Event('submit', { cancelable: true }));
       await settled();`,
      { ok: true, dialog: DIALOG },
      { ok: false, dialog: { ...DIALOG, errors } },
    );
    expect(posted[1]).toEqual([
      '/inspect/chats/slack/submit',
      { dialog: 'V1', values: { why: 'Slow', to: '' }, by: 'U1' },
    ]);
    expect(texts('.app-dialog h2')).toEqual(['Escalate']);
    expect(texts('.field-error')).toEqual(['Not now.', 'Say more.']);
    const area = page.querySelector('textarea');
    expect(area?.getAttribute('aria-describedby')).toBe(
      page.querySelectorAll('.field-error')[1]?.id,
    );
    expect(texts('.dialog-label')).toEqual(['Why (optional)', 'To']);
  });

  it('closes a dialog that was taken, or cancelled', async () => {
    const sent = await after(
      `await click('Accept');
       find('.app-dialog form').dispatchEvent(new window.Event('submit', { cancelable: true }));
       await settled();`,
      { ok: true, dialog: DIALOG },
      { ok: true, notice: 'Done' },
    );
    expect(sent.texts('.app-dialog')).toEqual([]);
    expect(sent.texts('.reaction.notice p')[0]).toBe('Done');
    const left = await after(`await click('Accept'); await click('Cancel');`, {
      ok: true,
      dialog: DIALOG,
    });
    expect(left.posted[1]?.[1]).toEqual({ dialog: 'V1', values: {}, cancelled: true, by: 'U1' });
    expect(left.texts('.app-dialog')).toEqual([]);
  });

  it('shows a dialog an app opens late to its person, and only once', async () => {
    const late = `column.showDialog({ platform: 'slack', by: 'U1', dialog: ${JSON.stringify(DIALOG)} });`;
    const { texts } = await after(`${late} await click('Accept');`, { ok: true, dialog: DIALOG });
    expect(texts('.app-dialog h2')).toEqual(['Escalate']);
    const foreign = await after(late.replace('U1', 'U2'));
    expect(foreign.texts('.app-dialog')).toEqual([]);
  });

  it('sees a message as that person sees it', async () => {
    const views = { Jonas: { text: 'Only Jonas reads this' } };
    const change = `column.changeMessage({ ...message, views: ${JSON.stringify(views)} });`;
    const { texts } = await after(`${change} choose('You are, in Slack', 'U2');`);
    expect(texts('.post').join()).toContain('Only Jonas reads this');
    expect(texts('.marks')[0]).toContain('As Jonas sees it');
    expect((await after(change)).texts('.post').join()).toContain('Down');
  });
});

describe('what apps are told, on the page', () => {
  it('is listed with who did it, and how it was answered', async () => {
    const body = new URLSearchParams({ payload: JSON.stringify({ type: 'block_actions' }) });
    const callback = { platform: 'slack', kind: 'block_actions', by: 'U2', ms: 7, body: `${body}` };
    const rest = { url: 'http://127.0.0.1', status: 500, answer: 'no', reason: null };
    const { texts } = await after(
      `column.addCallback({ ...${JSON.stringify({ ...callback, ...rest })}, at });
       column.addCallback({ platform: 'teams' });`,
    );
    expect(texts('.callbacks .row').join()).toMatch(/^500block_actionsJonas · 7 ms/);
    expect(JSON.parse(String(texts('.callbacks .json')[0]))).toEqual({
      payload: { type: 'block_actions' },
    });
    expect(texts('.callback-strip .pill')[0]).toBe('1');
  });

  it('has its addresses, what was found there, and the secrets to copy', async () => {
    const { posted, texts } = await after(
      `find('.doors input').value = 'http://127.0.0.1:5678/x';
       find('.doors form').dispatchEvent(new window.Event('submit', { cancelable: true }));
       await settled();`,
      [{ id: 'events', label: 'Events', url: 'http://127.0.0.1:5678/x', checked: 'Verified' }],
    );
    expect(posted).toEqual([['/inspect/chats/slack/doors', { events: 'http://127.0.0.1:5678/x' }]]);
    expect(texts('.doors .where, .doors .checked')).toEqual(['1/1', 'Verified']);
    expect(texts('.doors .caption, .doors .address')).toEqual([
      'Alertwire signingSecret',
      'seen once',
    ]);
  });
});
