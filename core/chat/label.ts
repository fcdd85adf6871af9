import type { Fact } from '../alert/card';
import { LABEL_NAME, LABEL_VALUE } from './limits';
import { trueHost } from './web-link';
import type { Write } from './write';

/** `key: value`, or the key alone; `nameless` where there is neither. */
export const labelText = ({ label, value }: Fact, write: Write, nameless = ''): string => {
  const name = write(label, LABEL_NAME).text;
  const own = write(value, LABEL_VALUE).text;
  return own === '' ? name || nameless : `${name}: ${own}`;
};

/** What a link is called: with its host where the label names another one, or says nothing. */
export const honestLabel = (label: string, host: string, limit: number, write: Write): string => {
  const real = write(trueHost(label, host), limit).text;
  const shown = real && ` ${real}`;
  return write(label, Math.max(limit - shown.length, 1)).text + shown || host;
};
