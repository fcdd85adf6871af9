import { actions, button, option, plain, type SlackApp, slackApp } from './slack-app';

export const NOTE = {
  type: 'input',
  block_id: 'note',
  label: plain('Why'),
  element: { type: 'plain_text_input', action_id: 'text', multiline: true, max_length: 10 },
};
const TO = {
  type: 'input',
  block_id: 'to',
  optional: true,
  label: plain('To'),
  element: { type: 'static_select', action_id: 'pick', options: [option('a'), option('b')] },
};

export const modal = (more: object = {}) => ({
  type: 'modal' as const,
  title: plain('Escalate'),
  submit: plain('Send'),
  private_metadata: 'alert 7',
  callback_id: 'escalate',
  blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '*Checkout* is down' } }, NOTE, TO],
  ...more,
});

/** An app that opens this modal whenever its button is pressed. */
export async function opening(view: object = modal()) {
  const app = await slackApp();
  let now = view;
  const answers: object[] = [];
  app.answers(async ({ body }) => {
    if (body.type === 'block_actions') {
      const { trigger_id } = body;
      answers.push(await app.bot.call('views.open', { trigger_id, view: now }));
    }
    return {};
  });
  const ts = await app.post({ text: 'Down', blocks: [actions(button('escalate'))] });
  const press = (next = now) => {
    now = next;
    return app.press(ts, 'escalate');
  };
  return { ...app, press, answered: () => answers.at(-1) as Record<string, unknown> };
}

export const dialogs = async (app: Pick<SlackApp, 'sandbox'>) =>
  (await (await fetch(`${app.sandbox.url}/inspect/chats/slack/dialogs`)).json()) as {
    by: string;
    dialog: { id: string; title: string };
  }[];
