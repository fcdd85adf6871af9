import { createHmac } from 'node:crypto';
import { expect } from '@jest/globals';
import { postJson, type Running } from './running';

export const MARKDOWN = { msgtype: 'markdown', markdown: { title: 'Hello', text: '### Hello' } };

export const robot = (sandbox: Running, channel: string) => sandbox.hook(channel, 'dingtalk');

/** The signature as it is computed from the documents, with nothing of the sandbox's own. */
export const sign = (sandbox: Running, channel: string, at: number | string = Date.now()) => {
  const hook = sandbox.hooks.find((one) => one.platform === 'dingtalk' && one.channel === channel);
  const secret = hook?.secret ?? '';
  return createHmac('sha256', secret).update(`${at}\n${secret}`).digest('base64');
};

export const signed = (sandbox: Running, channel = 'On call', at: number | string = Date.now()) =>
  `${robot(sandbox, channel)}&timestamp=${at}&sign=${encodeURIComponent(sign(sandbox, channel, at))}`;

export const answerTo = async (url: string, message: unknown = MARKDOWN) => {
  const { status, text } = await postJson(url, message);
  expect(status).toBe(200);
  return JSON.parse(text);
};
