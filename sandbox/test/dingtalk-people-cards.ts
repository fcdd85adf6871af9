import { CREATE_AND_DELIVER, cardFor } from './dingtalk-cards';
import { type AppAnswer, type Chat, chatWithApp, runApp } from './dingtalk-people';

export const REGISTER = '/v1.0/card/callbacks/register';

export const BUTTONS = [
  { id: 'accept', text: 'Accept', color: 'blue', params: { alert: '4711', token: 'a.b' } },
  { id: 'resolve', text: 'Resolve', status: 'disabled' },
  { text: 'Runbook', url: 'https://a.example' },
];

export const OPEN = {
  title: 'Checkout is down',
  status: 'open',
  buttons: JSON.stringify(BUTTONS),
};

export const BY_KEY = { updateCardDataByKey: true, updatePrivateDataByKey: true };

export const register = (chat: Chat, callbackUrl: string, more: object = {}) =>
  chat.call('POST', REGISTER, { callbackRouteKey: 'cards', callbackUrl, ...more });

/** A card with buttons in the group On call, whose presses go to an app. */
export async function cardAtWork(answer: AppAnswer, { card = {}, route = {} } = {}) {
  const app = await runApp(answer);
  const chat = await chatWithApp();
  await register(chat, app.url, route);
  const http = { callbackType: 'HTTP', callbackRouteKey: 'cards' };
  const cardData = { cardParamMap: OPEN };
  await chat.ask(CREATE_AND_DELIVER, cardFor(chat, 'On call', { ...http, cardData, ...card }));
  return { app, chat };
}
