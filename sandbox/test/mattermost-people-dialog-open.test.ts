import { describe, expect, it } from '@jest/globals';
import { refusal } from './mattermost-bot';
import { ADA, BOB, chatWithPost, ELEMENT, openWith, pressed, runChat } from './mattermost-people';

const TRIGGER = 'interactive_message.decode_trigger_id';

describe('a dialog', () => {
  it('is opened by a press before it is answered', async () => {
    const { reaction, opened, sandbox } = await pressed({
      introduction_text: 'To *whom*?',
      submit_label: 'Go',
      state: 's1gned',
      elements: [
        ELEMENT,
        { ...ELEMENT, name: 'why', type: 'textarea', default: 'Asleep', optional: false },
        {
          ...ELEMENT,
          name: 'level',
          type: 'select',
          options: [{ text: 'Two', value: '2' }],
        },
        { ...ELEMENT, name: 'sure', type: 'bool', placeholder: 'Yes' },
        { ...ELEMENT, name: 'who', type: 'select', data_source: 'users' },
      ],
    });
    expect([opened.status, opened.text]).toEqual([200, '{"status":"OK"}']);
    expect(reaction).toEqual({
      ok: true,
      dialog: {
        id: expect.stringMatching(/^[a-z0-9]{26}$/),
        title: 'Escalate',
        text: 'To *whom*?',
        submit: 'Go',
        fields: [
          { name: 'note', label: 'Note', kind: 'text', optional: true },
          { name: 'why', label: 'Note', kind: 'textarea', value: 'Asleep' },
          {
            name: 'level',
            label: 'Note',
            kind: 'select',
            optional: true,
            options: [{ value: '2', label: 'Two' }],
          },
          expect.objectContaining({ name: 'sure', kind: 'select' }),
          expect.objectContaining({
            options: [
              { value: ADA, label: '@ada' },
              { value: BOB, label: '@bob.byte' },
            ],
          }),
        ],
      },
    });
    const requests = JSON.stringify(await sandbox.requests());
    expect(requests).toContain('/mattermost/api/v4/actions/dialogs/open');
    for (const secret of ['s1gned', 's3cret']) expect(requests).not.toContain(secret);
  });

  it('is opened by a command', async () => {
    const chat = await runChat();
    chat.app.answers(async ({ body }) => {
      await openWith(chat, new URLSearchParams(body).get('trigger_id'), {});
      return { body: {} };
    });
    expect(await chat.say('/alertwire escalate')).toMatchObject({ dialog: { title: 'Escalate' } });
  });
});

describe('a dialog that is opened after the answer', () => {
  it('is announced to whom it is for', async () => {
    const chat = await chatWithPost();
    expect(await chat.press({ message: chat.message, control: 'accept' })).toEqual({ ok: true });
    await openWith(chat, JSON.parse(chat.app.asked[0]?.body ?? '').trigger_id, {});
    const open = await fetch(`${chat.sandbox.url}/inspect/chats/mattermost/dialogs`);
    const [{ by, dialog } = { by: '', dialog: { id: '' } }] = (await open.json()) as {
      by: string;
      dialog: { id: string };
    }[];
    expect(by).toBe(ADA);
    expect(await chat.submit({ dialog: dialog.id, values: { note: 'x' } })).toEqual({ ok: true });
  });
});

describe('a trigger_id', () => {
  const pull = async (now?: () => number) => {
    const chat = await chatWithPost(now ? { now } : {});
    await chat.press({ message: chat.message, control: 'accept' });
    const { trigger_id } = JSON.parse(chat.app.asked[0]?.body ?? '') as { trigger_id: string };
    return { chat, trigger_id };
  };

  it('is good for thirty seconds', async () => {
    let now = 1_772_331_120_000;
    const { chat, trigger_id } = await pull(() => now);
    now += 30_000;
    expect((await openWith(chat, trigger_id, {})).status).toBe(200);
    now += 1;
    const late = await openWith(chat, trigger_id, {});
    expect(refusal(late)).toEqual([400, `${TRIGGER}.expired`]);
    expect(late.text).toContain('Trigger IDs live for a maximum of 30s.');
  });

  it('is signed by this server', async () => {
    const { chat, trigger_id } = await pull();
    const parts = Buffer.from(trigger_id, 'base64').toString().split(':');
    const told = (changed: string[]) => Buffer.from(changed.join(':')).toString('base64');
    const [id = '', by = '', at = '', signature = ''] = parts;
    for (const [wrong, flaw] of [
      ['junk!', 'base64_decode_failed'],
      [told(['junk']), 'missing_data'],
      [told([id, by, '1234567890', signature]), 'expired'],
      [told([id, by, at, 'junk!']), 'base64_decode_failed_signature'],
      [told([id, by, at, 'junk']), 'signature_decode_failed'],
      [told([id, BOB, at, signature]), 'verify_signature_failed'],
    ]) {
      expect(refusal(await openWith(chat, wrong, {}))).toEqual([400, `${TRIGGER}.${flaw}`]);
    }
    expect((await openWith(chat, trigger_id, {})).status).toBe(200);
  });
});

describe('what is wrong with a dialog', () => {
  const INVALID = [400, 'api.context.invalid_body_param.app_error'];
  const options = [{ text: 'a', value: 'a' }];

  it.each<[boolean, object]>([
    [true, { title: 'é'.repeat(12) }],
    [false, { title: 'é'.repeat(13) }],
    [false, { title: '' }],
    [false, { icon_url: 'x' }],
    [false, { elements: [ELEMENT, ELEMENT] }],
    [true, { elements: null }],
  ])('is found in it: fine is %s for %j', async (fine, dialog) => {
    const { opened } = await pressed(dialog);
    if (fine) expect(opened.status).toBe(200);
    else expect(refusal(opened)).toEqual(INVALID);
  });

  it.each<[boolean, object]>([
    [true, { display_name: 'é'.repeat(12), name: 'x'.repeat(300), help_text: 'x'.repeat(150) }],
    [false, { display_name: 'é'.repeat(13) }],
    [false, { display_name: '' }],
    [false, { name: '' }],
    [false, { name: 'é'.repeat(151) }],
    [false, { help_text: 'é'.repeat(76) }],
    [false, { type: 'colour' }],
    [false, { subtype: 'colour' }],
    [false, { min_length: 2 }],
    [true, { min_length: 2, max_length: 9 }],
    [false, { default: 'é'.repeat(76) }],
    [true, { type: 'textarea', default: 'x'.repeat(3000) }],
    [false, { type: 'textarea', placeholder: 'é'.repeat(1501) }],
    [false, { type: 'select', data_source: 'elsewhere' }],
    [false, { type: 'select', options, default: 'b' }],
    [true, { type: 'radio', options, default: 'a' }],
    [false, { type: 'bool', default: 'yes' }],
    [false, { multiselect: true }],
  ])('is found in an element: fine is %s for %j', async (fine, element) => {
    const { opened } = await pressed({ elements: [{ ...ELEMENT, ...element }] });
    if (fine) expect(opened.status).toBe(200);
    else expect(refusal(opened)).toEqual(INVALID);
  });

  it('is an address that is not there', async () => {
    const { opened, reaction } = await pressed({}, { url: '' });
    expect(refusal(opened)).toEqual(INVALID);
    expect(reaction).toEqual({ ok: true });
  });
});
