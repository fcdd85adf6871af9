import { plainText } from '../../judging/answers';
import type { JsonObject } from '../../judging/shape';
import type { Accepted, NewMessage, Verdict, WireRequest } from '../../platform';
import { decode } from '../decode';
import { fallbackText } from '../fallback-text';
import { objectionTo } from '../message';
import { sizeOf } from '../size';
import type { World } from '../world';
import { saidIn } from './app-message';
import { type ResponseObjection, refuse } from './response-refusal';
import type { Cause } from './response-urls';

const PATHS = /^\/(actions|commands)\//;

export const isResponse = (path: string): boolean => PATHS.test(path);

/**
 * What an app posts to a response_url:
 * https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
 */
export function judgeResponse(world: World, request: WireRequest): Verdict {
  const { method, path } = request;
  if (method !== 'POST') {
    const headers = { allow: 'POST' };
    return refuse({ code: 'method_not_allowed', reason: 'It takes POST only.', headers });
  }
  const cause = world.responses.find(path);
  if (cause === undefined) return refuse({ code: 'no_service', reason: 'Nobody was told this.' });
  if (typeof cause === 'string') return refuse({ code: cause, reason: REASONS[cause] });
  const decoded = decode(request);
  if ('flaw' in decoded) return refuse({ code: 'invalid_payload', reason: decoded.flaw });
  const { payload } = decoded;
  const done = carriedOut(world, cause, payload);
  if ('code' in done) return refuse(done, payload);
  world.responses.use(path);
  return { verdict: 'accepted', ...done, payload, answer: plainText(200, 'ok') };
}

const REASONS = {
  used_url: 'It was used five times before.',
  expired_url: 'It is older than 30 minutes.',
};

type Done = Pick<Accepted, 'message' | 'does'>;

function carriedOut(world: World, cause: Cause, asked: JsonObject): Done | ResponseObjection {
  const { replace_original: replaces, delete_original: deletes, ...rest } = asked;
  const { response_type: type, thread_ts: thread, ...payload } = rest;
  const { app, conversation, by, message } = cause;
  if (message && (replaces === true || deletes === true) && message.deleted) {
    return { code: 'message_not_found', reason: 'The message was deleted.' };
  }
  if (message && deletes === true) return deleted(world, cause, message);
  const objection = objectionTo(payload);
  if (objection) return objection;
  if (message && replaces === true) return replaced(world, cause, message, payload);
  const parent = world.workspace.find(conversation, thread);
  const seenBy = type === 'in_channel' ? {} : { onlyFor: by };
  const said = { by: app, conversation, payload, ...seenBy, ...(parent && { parent }) };
  return { message: saidIn(world.workspace, said) };
}

type Changed = NonNullable<Cause['message']>;

function deleted({ workspace }: World, { conversation }: Cause, message: Changed): Done {
  const post = workspace.find(conversation, message.ref);
  if (post) workspace.remove(post);
  return { does: 'delete', message: { ...sameAs(message), payload: message.payload } };
}

/** A change notifies nobody. */
function replaced(
  { workspace }: World,
  { conversation }: Cause,
  message: Changed,
  payload: JsonObject,
): Done {
  const post = workspace.find(conversation, message.ref);
  if (post) workspace.keep({ ...post, payload });
  const text = fallbackText(payload);
  return { does: 'update', message: { ...sameAs(message), text, payload, size: sizeOf(payload) } };
}

function sameAs({ channel, text, payload, pings, size, ref, id }: Changed): NewMessage {
  return { channel, text, payload, pings, size, ref: ref ?? id };
}
