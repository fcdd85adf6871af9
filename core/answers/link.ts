import type { ChatCommand } from '../alert/command';
import { toIso } from '../alert/time';
import { sentences } from '../i18n/index';
import { buttonLabel } from './button-label';
import type { InboundReply, InboundSetup, RefusedCommand } from './inbound';
import { pageOf } from './link-page';
import { type ButtonClaims, readToken, type TokenFlaw } from './token';
import { flawProblem } from './token-flaw';

/** A request for the page behind a link on a card. */
export interface LinkRequest {
  readonly method: string;
  readonly query: Readonly<Record<string, unknown>>;
  /** Of a form, as it came. */
  readonly body: string;
}

export interface LinkAnswer {
  readonly reply: InboundReply;
  readonly command?: ChatCommand;
  readonly refused?: RefusedCommand;
}

export type LinkSetup = Pick<InboundSetup, 'keys' | 'clock' | 'language' | 'replays'>;

const LONGEST_BODY = 10_000;
const LONGEST_NAME = 80;
/** Nobody asks who opens a link; a name is what was typed. */
const SOMEBODY = 'link';

/**
 * GET shows what would be done and a button; only its POST does it, and once: programs that preview
 * links fetch them. Never throws.
 */
export const answerLink = (request: LinkRequest, setup: LinkSetup): LinkAnswer => {
  if (request.method === 'POST') return act(request.body, setup);
  if (request.method === 'GET' || request.method === 'HEAD') return show(request.query.b, setup);
  const { failed, wrongMethod } = sentences(setup.language).answers.link;
  return { reply: pageOf(405, { title: failed, text: wrongMethod }, setup.language) };
};

const show = (given: unknown, setup: LinkSetup): LinkAnswer => {
  const { keys, clock, language } = setup;
  const [token] = [given].flat();
  const read = readToken(token, keys, clock.now());
  if ('flaw' in read) return refuse(read.flaw, setup);
  const submit = buttonLabel(read.claims, language);
  const text = sentences(language).answers.link.ask;
  const form = { token: String(token), name: '', submit };
  return { reply: pageOf(200, { title: titleOf(read.claims), text, form }, language) };
};

const act = (body: string, setup: LinkSetup): LinkAnswer => {
  const { keys, clock, language, replays } = setup;
  const form = new URLSearchParams(body.slice(0, LONGEST_BODY));
  const token = form.get('b') ?? '';
  const read = readToken(token, keys, clock.now());
  if ('flaw' in read) return refuse(read.flaw, setup);
  const { claims } = read;
  const { failed, usedUp, done } = sentences(language).answers.link;
  if (!replays.isFirst(`link ${token}`, clock.now(), claims.expiresAt)) {
    return { reply: pageOf(410, { title: failed, text: usedUp }, language) };
  }
  const name = (form.get('name') ?? '').trim().slice(0, LONGEST_NAME).toWellFormed();
  return {
    reply: pageOf(200, { title: titleOf(claims), text: done }, language),
    command: commandOf(claims, token, name, setup),
  };
};

const titleOf = ({ alert: { title, id } }: ButtonClaims): string => title ?? id;

const refuse = (flaw: TokenFlaw, { clock, language }: LinkSetup): LinkAnswer => {
  const problem = flawProblem(flaw, language);
  const { failed } = sentences(language).answers.link;
  const text = `${problem.message} ${problem.hint}`;
  const receivedAt = toIso(clock.now()) ?? '';
  return {
    reply: pageOf(flaw === 'expired' ? 410 : 403, { title: failed, text }, language),
    // Anybody can ask for an address of nonsense: that is nobody's command
    ...(flaw === 'expired' && {
      refused: { problem, user: { id: SOMEBODY }, chat: 'link', receivedAt },
    }),
  };
};

const commandOf = (
  { kind, action, alert }: ButtonClaims,
  token: string,
  name: string,
  { clock, language }: LinkSetup,
): ChatCommand => ({
  schemaVersion: 1,
  id: token.slice(token.indexOf('.') + 1),
  kind,
  action,
  alert,
  arguments: {},
  chat: 'link',
  user: { id: SOMEBODY, ...(name !== '' && { name }) },
  ...(language !== undefined && { language }),
  receivedAt: toIso(clock.now()) ?? '',
});
