import { type RequestHandler, Router } from 'express';

/** What the page does not write itself, from this machine's node_modules: it loads nothing else. */
const LIBRARIES: Readonly<Record<string, string>> = {
  adaptivecards: 'adaptivecards/dist/adaptivecards.min.js',
  'markdown-it': 'markdown-it/dist/markdown-it.min.js',
};

export function libraryRouter(): Router {
  const serve: RequestHandler<{ name: string }> = ({ params }, res, next) => {
    const file = Object.hasOwn(LIBRARIES, params.name) ? LIBRARIES[params.name] : undefined;
    if (file === undefined) next();
    else res.sendFile(require.resolve(file), { dotfiles: 'allow' });
  };
  return Router().get('/lib/:name.js', serve);
}
