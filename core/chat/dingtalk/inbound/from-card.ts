import { digest } from '../../../alert/digest';
import type { Inbound, InboundRefusal, InboundSetup } from '../../../answers/inbound';
import { jsonIn, textIn } from '../../../answers/raw-body';
import {
  heard,
  jsonReply,
  noSecret,
  notAuthentic,
  notTimely,
  replayed,
  unreadable,
} from '../../../answers/said';
import type { InboundRequest } from '../../../http/types';
import { isWithin } from '../../../http/verify/hmac';
import { cardReply } from './card-reply';
import { only, timeIn } from './headers';
import { isFirst } from './once';
import { type Pressed, readPress } from './press';
import { cardSecrets, isOfCards } from './signatures';

/** Ours: none is documented. */
const WINDOW_MS = 300_000;

const SIGNATURE = 'x-ddpaas-signature';

export const isFromCard = (request: InboundRequest): boolean =>
  only(request, SIGNATURE) !== undefined;

/** A press on a card. The signature is one of the time alone; the token of the button does the rest. */
export const fromCard = (
  request: InboundRequest,
  setup: InboundSetup,
): Inbound | InboundRefusal => {
  const secrets = cardSecrets(setup.keys);
  if (secrets.length === 0) return noSecret('signing key');
  const timestamp = only(request, `${SIGNATURE}-timestamp`) ?? '';
  const sign = only(request, SIGNATURE) ?? '';
  if (!isOfCards({ timestamp, sign }, secrets)) return notAuthentic;
  if (!isWithin(timeIn(timestamp), setup.clock.now(), WINDOW_MS)) return notTimely;
  const body = jsonIn(request);
  if (!body) return unreadable;
  const same = digest(timestamp, textIn(request));
  if (!isFirst(`card ${same}`, setup)) return replayed;
  return heardPress(readPress(body, timestamp, setup), (reply) => jsonReply(reply));
};

/** `said` wraps the reply as the way it came wants it. */
export const heardPress = (
  pressed: Pressed,
  said: (reply: object) => Inbound['reply'],
): Inbound => {
  if ('unknown' in pressed) return heard({ reply: said({}), warnings: [pressed.unknown] });
  if ('refused' in pressed) {
    const { refused } = pressed;
    return heard({ reply: said(cardReply(refused.problem)), refused: [refused] });
  }
  return heard({ reply: said(cardReply()), commands: [pressed.command] });
};
