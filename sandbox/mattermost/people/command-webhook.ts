import { plainText } from '../../judging/answers';
import { utf8 } from '../../judging/decode';
import type { Verdict, WireRequest } from '../../platform';
import { refuse } from '../api/answer';
import type { Server } from '../server';
import { postFailed, TRIGGER } from './command';
import { readCommandAnswer } from './command-answer';
import { postCommandAnswer } from './command-posts';
import { concealed } from './concealed';

/** `POST /hooks/commands/{id}`: the answer to a command, later and up to five times. */
export function judgeCommandWebhook(server: Server, id: string, request: WireRequest): Verdict {
  const body = utf8(request.body);
  const answer = readCommandAnswer(request.headers, body ?? '{');
  if ('flaw' in answer) {
    return refuse({ id: 'web.command_webhook.parse.app_error', reason: String(answer.flaw) });
  }
  const payload = concealed(answer);
  const place = server.commandHooks.use(id);
  if ('id' in place) return refuse(place, payload);
  const { messages, flaw } = postCommandAnswer(server, place, answer);
  if (flaw !== undefined && messages.length === 0) {
    return refuse(postFailed(TRIGGER, flaw), payload);
  }
  const [message, ...copies] = messages;
  return { verdict: 'accepted', payload, ...(message && { message, copies }), answer: OK };
}

const OK = plainText(200, 'ok');
