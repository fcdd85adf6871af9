import type { RequestHandler } from 'express';
import { isLoopback } from './loopback';
import { Problem } from './problem';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A page on the Internet can point its own name at 127.0.0.1 (DNS rebinding); its requests then
 * carry that name in Host. https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Host
 */
export const loopbackHost: RequestHandler = (req, _res, next) => {
  const host = req.headers.host ?? '';
  if (URL.canParse(`http://${host}`) && isLoopback(new URL(`http://${host}`).hostname)) {
    next();
    return;
  }
  next(
    new Problem(421, 'not_loopback', `The sandbox answers to loopback names only, not ${host}.`),
  );
};

/** Another site in the same browser may not steer the sandbox. */
export const sameOrigin: RequestHandler = (req, _res, next) => {
  const { origin, host } = req.headers;
  if (SAFE.has(req.method) || origin === undefined || origin === `http://${host}`) {
    next();
    return;
  }
  const message = `Requests from ${origin} may not steer the sandbox; open its own page instead.`;
  next(new Problem(403, 'cross_origin', message));
};
