import { honestLabel } from '../label';
import { honestLink, type WebLink, webLink } from '../web-link';
import * as limits from './limits';
import { line, paragraphs, plainText } from './text';

/** Where a click leads, from a checked web address. */
type Way = (href: string) => string;

const inApp: Way = (href) => href;

/**
 * On a desktop the address opens in the browser instead of a pane of DingTalk's:
 * https://open.dingtalk.com/document/orgapp/message-link-description
 */
const inBrowser: Way = (href) =>
  `dingtalk://dingtalkclient/page/link?url=${encodeURIComponent(href)}&pc_slide=false`;

/** Nothing in it ends a Markdown link or names a person. */
const delimited = (address: string): string =>
  address.replace(/[()[\]*@]/g, (character) => ENCODED[character] ?? character);
const ENCODED: Readonly<Record<string, string>> = {
  '(': '%28',
  ')': '%29',
  '[': '%5B',
  ']': '%5D',
  '*': '%2A',
  '@': '%40',
};

export interface Button {
  readonly title: string;
  readonly actionURL: string;
}

/** `whole`: nothing of the address had to go. */
interface Offered {
  readonly button: Button;
  readonly whole: boolean;
}

/** How the links of one destination are written. */
export interface Links {
  /** `[label](address)`; undefined where the address is none people may be sent to. */
  text(href: string, label: string, limit: number): string | undefined;
  button(href: string, label: string): Offered | undefined;
  /** Untrusted lines of a message, in which addresses can be clicked. */
  readonly paragraphs: ReturnType<typeof paragraphs>;
  /** The same in a quotation. */
  readonly quoted: ReturnType<typeof paragraphs>;
}

const linksBy = (way: Way): Links => {
  const written: Way = (href) => delimited(way(href));
  const target = (href: string): WebLink | undefined => webLink(href, limits.LINK_ADDRESS, written);

  const text: Links['text'] = (href, label, limit) => {
    const found = target(href);
    return found && `[${honestLabel(label, found.host, limit, line)}](${written(found.href)})`;
  };

  /** Links an address only to itself: what people see is where they go. */
  const itself = (address: string): string | undefined => {
    const found = honestLink(address, limits.LINK_ADDRESS, written);
    return found && `[${line(address, limits.LINK_ADDRESS).text}](${written(found.href)})`;
  };

  const button: Links['button'] = (href, label) => {
    const found = webLink(href, limits.BUTTON_ADDRESS, way);
    if (!found) return undefined;
    const title = honestLabel(label, found.host, limits.BUTTON_TITLE, plainText);
    const whole = found.href === webLink(href, limits.LINK_ADDRESS)?.href;
    return { button: { title, actionURL: way(found.href) }, whole };
  };

  return { text, button, paragraphs: paragraphs('', itself), quoted: paragraphs('> ', itself) };
};

const IN_APP = linksBy(inApp);
const IN_BROWSER = linksBy(inBrowser);

export const linksFor = (openInBrowser: boolean): Links => (openInBrowser ? IN_BROWSER : IN_APP);
