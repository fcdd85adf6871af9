import { expect, it } from '@jest/globals';
import { readClick } from '../../../core/answers/read-click';
import { type ButtonClaims, signToken } from '../../../core/answers/token';

const now = 1_790_000_000_000;
const keys = { key: 'a key that nobody could ever guess, 1' };
const claims: ButtonClaims = {
  kind: 'alert-action',
  action: 'accept',
  alert: { platform: 'ilert', id: '4711' },
  episode: 1,
  destination: '0a1b2c3d4e5f',
  expiresAt: now + 1000,
};

const read = (language?: string) =>
  readClick(
    {
      id: 'click-1',
      token: signToken(claims, keys),
      arguments: {},
      chat: 'slack',
      user: { id: 'U1' },
    },
    { keys, clock: { now: () => now }, language },
  );

it('a click says in which language its answer is wanted', () => {
  expect(read('de')).toMatchObject({ command: { action: 'accept', language: 'de' } });
  expect(read()).not.toHaveProperty('command.language');
});
