import type { Answer, ChatSettings, Verdict, WireRequest } from '../../platform';
import { type Gateway, OPEN_CONNECTION } from '../stream/gateway';
import { methods, oldMethods } from './methods';
import { createNewDoor } from './new-door';
import { createOldDoor } from './old-door';
import { openPace } from './rate';
import { refuse } from './refusal';
import { answerOldTokenRequest, answerTokenRequest } from './token-request';
import { Tokens } from './tokens';
import type { World } from './world';

const OPEN = `POST ${OPEN_CONNECTION}`;
const TOKEN = 'POST /v1.0/oauth2/accessToken';
const OLD_TOKEN = 'GET /gettoken';

const isOld = (path: string): boolean => path === '/gettoken' || path.startsWith('/topapi/');

export const isApi = (path: string): boolean => path.startsWith('/v1.0/') || isOld(path);

/** A path of the API holds no password; what nobody knows might. */
export function isKnown(path: string): boolean {
  const all = [TOKEN, OLD_TOKEN, OPEN, ...methods.keys(), ...oldMethods.keys()];
  return all.some((each) => each === path || each.endsWith(` ${path}`));
}

/** DingTalk does not say when the next call may come. */
export function rateLimited(path: string): Answer {
  const answered = isOld(path) ? 'calls_too_fast' : 'rate_limited';
  return refuse({ code: 'rate_limited', answered, reason: 'The rate is limited.' }).answer;
}

/** The API of apps: two hosts of DingTalk's at one address. A token opens both. */
export function createApi(settings: ChatSettings, world: World, gateway: Gateway) {
  const tokens = new Tokens(settings.now);
  const pace = openPace(settings);
  const newDoor = createNewDoor({ tokens, world, pace });
  const oldDoor = createOldDoor({ tokens, world, pace });

  function judge(request: WireRequest): Verdict {
    const address = `${request.method} ${request.path}`;
    if (address === TOKEN) return answerTokenRequest(request, tokens);
    if (address === OLD_TOKEN) return answerOldTokenRequest(request, tokens);
    if (address === OPEN) return gateway.open(request);
    return isOld(request.path) ? oldDoor(request) : newDoor(request);
  }

  /** The tokens stay good. */
  function reset(): void {
    world.clear();
    pace.clear();
  }

  return { judge, reset };
}
