import { randomInt } from 'node:crypto';

/** https://github.com/mattermost/mattermost/blob/master/server/public/model/utils.go */
const LENGTH = 26;
const LETTERS = 'ybndrfg8ejkmcpqxot1uwisza345h769';

export function newId(): string {
  return Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}

export function isId(text: string): boolean {
  return text.length === LENGTH && /^[A-Za-z0-9]+$/.test(text);
}
