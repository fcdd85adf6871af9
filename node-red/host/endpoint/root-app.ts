import type { IncomingMessage, ServerResponse } from 'node:http';

export type Middleware = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void;

interface Stack {
  readonly stack: { readonly handle: unknown }[];
}

/** What Express 4 and 5 have in common, as far as it is needed here. */
export interface App {
  readonly parent?: App;
  readonly _router?: Stack;
  readonly router?: Stack;
  use(middleware: Middleware): unknown;
  path(): string;
}

export const rootOf = (app: App): App => (app.parent ? rootOf(app.parent) : app);

/**
 * Adds a middleware before all others of the root application, as Node-RED's own `http in` does:
 * with both roots at `/`, the editor's body parser otherwise reads every body first.
 * https://github.com/node-red/node-red/pull/5037
 * False where the application keeps its middlewares in a way that is not known.
 */
export function useFirst(app: App, middleware: Middleware): boolean {
  const root = rootOf(app);
  root.use(middleware);
  const stack = (root._router ?? root.router)?.stack;
  const index = stack?.findIndex(({ handle }) => handle === middleware) ?? -1;
  if (!stack || index < 0) return false;
  stack.unshift(...stack.splice(index, 1));
  return true;
}
