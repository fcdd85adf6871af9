import express, {
  type ErrorRequestHandler,
  type Request,
  type RequestHandler,
  type Response,
  Router,
} from 'express';
import type { Fault } from '../faults/fault';
import { faultKindsOf } from '../faults/kinds';
import type { Accepted, ChatReceiver, NewMessage, Verdict, WireService } from '../platform';
import type { Desk } from '../server/desk';
import { addressOf, wireRequest } from './address';
import { send } from './answer';
import { breakConnection, faultAnswer, pause } from './fault';
import { faulted, head, type Judgement, judged, payloadOf, tooLarge } from './record';

const readBody = express.raw({ type: () => true, limit: '1mb' });

type WireDesk = Pick<Desk, 'journal' | 'faults' | 'closing'>;

/** The endpoint of one platform: faults first, then the platform's own judgement. */
export function wireRouter(
  platform: WireService,
  receiver: Pick<ChatReceiver, 'judge'>,
  desk: WireDesk,
): Router {
  const record = (req: Request, judgement: Judgement): void => {
    desk.journal.addRequest({ ...head(platform, req), ...judgement });
  };

  const meetFault: RequestHandler = (req, res, next) => {
    const channel = platform.channelOf(wireRequest(req));
    const kinds = faultKindsOf(platform, addressOf(req));
    const fault = desk.faults.take({ platform: platform.id, channel, kinds });
    res.locals.fault = fault;
    if (fault) desk.journal.announce('faults', desk.faults.pending);
    if (fault?.kind !== 'reset') {
      next();
      return;
    }
    record(req, faulted(fault, null));
    req.socket.resetAndDestroy();
  };

  const refuseTooLarge: ErrorRequestHandler = (error, req, _res, next) => {
    if (error.status === 413) record(req, tooLarge(error.status));
    next(error);
  };

  const judge: RequestHandler = async (req, res) => {
    const fault: Fault | undefined = res.locals.fault;
    const answer = fault && faultAnswer(fault, platform, addressOf(req));
    if (fault && answer) {
      record(req, faulted(fault, answer));
      send(res, answer);
      return;
    }
    if (fault?.kind === 'delay') await pause(fault, desk.closing);
    conclude(req, res, receiver.judge(wireRequest(req)), fault);
  };

  const carryOut = ({ message, copies = [], does = 'post' }: Accepted) => {
    if (!message) return null;
    const put = (each: NewMessage) => {
      if (does === 'post') return desk.journal.addMessage(platform.id, each);
      return does === 'update'
        ? desk.journal.updateMessage(platform.id, each)
        : desk.journal.deleteMessage(platform.id, each);
    };
    const first = put(message);
    for (const copy of copies) put(copy);
    return first;
  };

  const conclude = (req: Request, res: Response, verdict: Verdict, fault: Fault | undefined) => {
    if (fault?.kind === 'fail-later' && verdict.verdict === 'accepted') {
      record(req, faulted(fault, verdict.answer, payloadOf(verdict)));
      send(res, verdict.answer);
      return;
    }
    const message = verdict.verdict === 'accepted' ? carryOut(verdict) : null;
    const lost = fault?.kind === 'lost-answer';
    record(req, {
      ...judged(verdict, platform),
      ...(fault && { fault: fault.kind }),
      ...(fault && lost && faulted(fault, null)),
      messageId: message?.id ?? null,
    });
    if (lost) breakConnection(res);
    else send(res, verdict.answer);
    if (verdict.verdict === 'accepted') verdict.afterwards?.();
  };

  return Router().use(readBody, refuseTooLarge, meetFault, judge);
}
