/** Where cards go: a connection, and a place it reaches. */
export interface Address {
  /** The id of the config node. */
  readonly connection: string;
  /** In the chat's own words; empty where the connection reaches one place only. */
  readonly place: string;
}

/** Names a destination for ever: it stands in the store. */
export const destinationOf = ({ connection, place }: Address): string =>
  JSON.stringify([connection, place]);

/** Undefined for what another version, or another program, wrote. */
export const addressOf = (destination: string): Address | undefined => {
  try {
    const [connection, place]: unknown[] = JSON.parse(destination);
    const isAddress = typeof connection === 'string' && typeof place === 'string';
    return isAddress ? { connection, place } : undefined;
  } catch {
    return undefined;
  }
};
