import { setTimeout as wait } from 'node:timers/promises';
import type { Response } from 'express';
import type { Fault } from '../faults/fault';
import type { Address, Answer, WireService } from '../platform';

const PLAIN = { 'content-type': 'text/plain; charset=utf-8' };

/** The answer a fault gives in place of the platform's, if it gives one. */
export function faultAnswer(
  fault: Fault,
  platform: WireService,
  address: Address,
): Answer | undefined {
  if (fault.kind === 'status') {
    const { status = 500, body = '', retryAfter } = fault;
    const headers = retryAfter === undefined ? PLAIN : { ...PLAIN, 'retry-after': retryAfter };
    return { status, headers, body };
  }
  if (fault.kind === 'rate-limit') {
    const answer = platform.rateLimited(fault.retryAfter ?? '30', address);
    return { ...answer, status: fault.status ?? answer.status, body: fault.body ?? answer.body };
  }
  return undefined;
}

export async function pause({ delayMs = 3000 }: Fault, closing: AbortSignal): Promise<void> {
  await wait(delayMs, undefined, { signal: closing }).catch(() => {});
}

export function breakConnection(res: Response): void {
  res.socket?.destroy();
}
