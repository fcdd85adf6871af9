import type { AlertCard } from '../alert/card';
import type { Sentences } from '../i18n/index';
import { TITLE } from './limits';
import type { Write } from './write';

/** How a chat writes the title of an alert. */
interface TitleWriting {
  readonly line: Write;
  /** Absent where the title leads nowhere; undefined where the address is none people may be sent to. */
  readonly link?: (href: string, label: string, limit: number) => string | undefined;
}

export interface Title {
  readonly text: string;
  readonly dropped: readonly string[];
}

/** The title, which leads to the alert where it has an address. */
export const titleOf = (
  { title, url }: Pick<AlertCard, 'title' | 'url'>,
  s: Sentences,
  { line, link }: TitleWriting,
): Title => {
  const linked = url && link?.(url.href, title, TITLE);
  const written = line(title, TITLE);
  const dropped = [
    ...(written.cut ? [s.dropped.titleCut({ at: TITLE })] : []),
    ...(url && link && linked === undefined ? [s.dropped.alertLink] : []),
  ];
  return { text: linked ?? (written.text || s.untitled), dropped };
};
