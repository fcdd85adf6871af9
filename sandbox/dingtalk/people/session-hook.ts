import { decodeJson, mediaTypeOf } from '../../judging/decode';
import { RateWindow } from '../../judging/rate-window';
import type { ChatSettings, Verdict, WireRequest } from '../../platform';
import { objectionTo } from '../message';
import { rateRule } from '../rate';
import { OK, refuse } from '../refusal';
import { sizeObjection } from '../size';
import type { Sessions } from './sessions';
import { spoken } from './spoken';

export const SESSION_PATH = '/robot/sendBySession';

/** The address an app is told with each message to its robot; it takes what a custom robot takes. */
export function createSessionHook(sessions: Sessions, settings: ChatSettings) {
  const window = new RateWindow(rateRule, settings);

  function judge({ method, query, headers, body }: WireRequest): Verdict {
    if (method !== 'POST') return refuse({ code: 'needs_post', reason: 'It takes POST only.' });
    const session = sessions.find(query.get('session') ?? '');
    if (!session) {
      const reason = 'There is no such session, or it has expired.';
      return refuse({ code: 'session_unknown', reason });
    }
    if (mediaTypeOf(headers) !== 'application/json') {
      const reason = 'The content type is not application/json.';
      return refuse({ code: 'bad_content_type', reason });
    }
    const decoded = decodeJson(body);
    if ('flaw' in decoded) return refuse({ code: 'missing_parameter', reason: decoded.flaw });
    const { payload } = decoded;
    const { app, channel } = session;
    const objection =
      sizeObjection(body) ?? objectionTo(payload) ?? window.enter(`${app.name} in ${channel}`);
    if (objection) return refuse(objection, payload);
    return { verdict: 'accepted', message: spoken(session, payload, body), answer: OK };
  }

  return { judge, clear: () => window.clear() };
}
