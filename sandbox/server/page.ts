import { basename, dirname, join } from 'node:path';
import express, { type RequestHandler, Router } from 'express';
import { libraryRouter } from './libraries';

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
  return Router().use(protect, libraryRouter(), express.static(pageDirectory()));
}

/** The page is not compiled: it lies beside the sources, and dist lies beside the page. */
function pageDirectory(): string {
  const parent = dirname(__dirname);
  return join(basename(parent) === 'dist' ? dirname(parent) : parent, 'page');
}
