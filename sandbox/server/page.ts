import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type RequestHandler, Router } from 'express';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const protect: RequestHandler = (_req, res, next) => {
  res.set({
    'Content-Security-Policy': POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-cache',
  });
  next();
};

export function pageRouter(): Router {
  return Router().use(protect, express.static(pageDirectory()));
}

/** The page is not compiled: it lies beside the sources, one level above the compiled files. */
function pageDirectory(): string {
  const root = join(__dirname, '..');
  const candidates = [join(root, 'page'), join(root, '..', 'page')];
  const found = candidates.find((directory) => existsSync(join(directory, 'index.html')));
  if (!found)
    throw new Error(`The sandbox page is missing: looked in ${candidates.join(' and ')}.`);
  return found;
}
