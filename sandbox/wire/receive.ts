import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import type { Fault } from '../faults/fault';
import { redactHeaders } from '../journal/redact';
import type { ChatPlatform, ChatReceiver, Verdict, WireRequest } from '../platform';
import type { Desk } from '../server/desk';
import { send } from './answer';
import { breakConnection, faultAnswer, pause } from './fault';

const readBody = express.raw({ type: () => true, limit: '1mb' });

/** The endpoint of one chat platform: faults first, then the platform's own judgement. */
export function wireRouter(platform: ChatPlatform, receiver: ChatReceiver, desk: Desk): Router {
  const record = recorder(platform, desk);

  const meetFault: RequestHandler = (req, res, next) => {
    const channel = platform.channelOf(req.path);
    const fault = desk.faults.take({ platform: platform.id, channel });
    res.locals.fault = fault;
    if (fault) desk.journal.announce('faults', desk.faults.pending);
    if (fault?.kind !== 'reset') {
      next();
      return;
    }
    record(req, faulted(fault, null));
    req.socket.resetAndDestroy();
  };

  const judge: RequestHandler = async (req, res) => {
    const fault: Fault | undefined = res.locals.fault;
    const answer = fault && faultAnswer(fault, platform);
    if (fault && answer) {
      record(req, faulted(fault, answer.status));
      send(res, answer);
      return;
    }
    if (fault?.kind === 'delay') await pause(fault, desk.closing);
    conclude(req, res, receiver.judge(wireRequest(req)), fault);
  };

  const conclude = (req: Request, res: Response, verdict: Verdict, fault: Fault | undefined) => {
    const message =
      verdict.verdict === 'accepted' ? desk.journal.addMessage(platform.id, verdict.message) : null;
    const lost = fault?.kind === 'lost-answer';
    record(req, {
      ...judged(verdict),
      ...(fault && { fault: fault.kind }),
      ...(fault && lost && faulted(fault, null)),
      messageId: message?.id ?? null,
    });
    if (lost) breakConnection(res);
    else send(res, verdict.answer);
  };

  return Router().use(meetFault, readBody, judge);
}

function wireRequest(req: Request): WireRequest {
  const body = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0);
  return { method: req.method, path: req.path, headers: req.headers, body };
}

type Judgement = Omit<Parameters<Desk['journal']['addRequest']>[0], keyof ReturnType<typeof head>>;

function recorder(platform: ChatPlatform, desk: Desk) {
  return (req: Request, judgement: Judgement): void => {
    desk.journal.addRequest({ ...head(platform, req), ...judgement });
  };
}

function head(platform: ChatPlatform, req: Request) {
  return {
    platform: platform.id,
    channel: platform.channelOf(req.path) ?? null,
    method: req.method,
    path: `/${platform.id}${platform.redactPath(req.path)}`,
    headers: redactHeaders(req.headers),
    bodySize: Buffer.isBuffer(req.body) ? req.body.length : 0,
  };
}

function judged(verdict: Verdict): Judgement {
  const refused = verdict.verdict === 'refused' ? verdict : undefined;
  return {
    verdict: verdict.verdict,
    code: refused?.code ?? null,
    reason: refused?.reason ?? null,
    source: refused?.source ?? null,
    status: verdict.answer.status,
    fault: null,
    payload: verdict.verdict === 'accepted' ? verdict.message.payload : (verdict.payload ?? null),
    messageId: null,
  };
}

const FAULT_REASONS: Record<Fault['kind'], string> = {
  status: 'The sandbox was told to answer with this status.',
  delay: 'The sandbox was told to wait before it answers.',
  reset: 'The sandbox was told to reset the connection before it takes the request.',
  'lost-answer': 'The sandbox took the request and was told to lose the answer.',
  'rate-limit': 'The sandbox was told to answer that too many messages were sent.',
};

function faulted({ kind }: Fault, status: number | null): Judgement {
  return {
    verdict: 'faulted',
    code: kind,
    reason: FAULT_REASONS[kind],
    source: null,
    status,
    fault: kind,
    payload: null,
    messageId: null,
  };
}
