import { sentences } from '../i18n/index';
import type { InboundReply } from './inbound';

export interface LinkPage {
  readonly title: string;
  readonly text: string;
  /** Asks before anything is done. */
  readonly form?: { readonly token: string; readonly name: string; readonly submit: string };
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string =>
  text.toWellFormed().replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

/** The address works like a password: it may not leak to other sites, caches or frames. */
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
  'x-content-type-options': 'nosniff',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
};

const STYLE = `:root{color-scheme:light dark}
body{font:16px/1.5 system-ui,sans-serif;margin:0;min-height:100vh;display:grid;place-items:center;background:light-dark(#f4f5f7,#16181d);color:light-dark(#1b1f27,#e8eaee)}
main{box-sizing:border-box;width:min(26rem,100vw - 2rem);padding:1.75rem;border-radius:14px;background:light-dark(#fff,#22252c);box-shadow:0 1px 2px #0002,0 8px 28px #0000001a}
h1{font-size:1.2rem;margin:0 0 .5rem;overflow-wrap:anywhere}p{margin:0 0 1.25rem;opacity:.8}
label{display:block;font-size:.85rem;opacity:.8}
input{box-sizing:border-box;width:100%;font:inherit;margin:.25rem 0 1rem;padding:.6rem .75rem;border:1px solid light-dark(#c9ced6,#454b57);border-radius:8px;background:transparent;color:inherit}
button{width:100%;font:inherit;font-weight:600;padding:.75rem;border:0;border-radius:8px;background:#1d5fd1;color:#fff;cursor:pointer}
:focus-visible{outline:3px solid #6aa2ff;outline-offset:2px}`;

/** A small page that needs no script and loads nothing. */
export const pageOf = (
  status: number,
  { title, text, form }: LinkPage,
  language = 'en',
): InboundReply => {
  const { link } = sentences(language).answers;
  const asked =
    form &&
    `<form method="post"><input type="hidden" name="b" value="${escaped(form.token)}">` +
      `<label>${escaped(link.yourName)}<input name="name" maxlength="80" autocomplete="name" value="${escaped(form.name)}"></label>` +
      `<button>${escaped(form.submit)}</button></form>`;
  const body =
    `<!doctype html><html lang="${escaped(language)}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width,initial-scale=1">` +
    `<title>${escaped(title)}</title><style>${STYLE}</style></head>` +
    `<body><main><h1>${escaped(title)}</h1><p>${escaped(text)}</p>${asked ?? ''}</main></body></html>`;
  return { status, headers: HEADERS, body };
};
