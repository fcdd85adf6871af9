const HIDDEN = '…';

/** Scheme and host of an address: what a person needs to recognise it, and no secret. */
export const redactUrl = (url: string): string => {
  const parsed = parse(url);
  if (parsed === undefined) return HIDDEN;
  return parsed.host === '' ? `${parsed.protocol}${HIDDEN}` : `${origin(parsed)}/${HIDDEN}`;
};

/**
 * A text in which none of the secrets can be read, neither as they are nor escaped for an address
 * or for JSON. A secret that is itself an address keeps its scheme and host.
 */
export const redact = (text: string, secrets: readonly (string | undefined)[]): string =>
  secrets
    .flatMap((secret) => (secret ? spellings(secret) : []))
    .sort(([one], [other]) => other.length - one.length)
    .reduce((safe, [spelling, instead]) => safe.replaceAll(spelling, () => instead), text);

const spellings = (secret: string): [spelling: string, instead: string][] => {
  const parsed = parse(secret);
  const path = parsed === undefined ? '' : `${parsed.pathname}${parsed.search}`;
  const instead = parsed === undefined ? HIDDEN : redactUrl(secret);
  return [
    ...[secret, parsed?.href ?? ''].map((spelling): [string, string] => [spelling, instead]),
    ...[escaped(secret), quoted(secret), path].map((spelling): [string, string] => [
      spelling,
      HIDDEN,
    ]),
  ].filter(([spelling]) => spelling.length > 1 || spelling === secret) as [string, string][];
};

const escaped = (secret: string): string => encodeURIComponent(secret.toWellFormed());

const quoted = (secret: string): string => JSON.stringify(secret).slice(1, -1);

const origin = ({ protocol, host }: URL): string => `${protocol}//${host}`;

const parse = (url: string): URL | undefined => (URL.canParse(url) ? new URL(url) : undefined);
