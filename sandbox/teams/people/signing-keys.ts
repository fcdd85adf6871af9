import {
  createHash,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto';

/** Channels a real key is good for, Teams among them. */
const ENDORSEMENTS = ['msteams', 'webchat', 'directline', 'emulator'];

interface SigningKey {
  kid: string;
  privateKey: KeyObject;
  endorsements: readonly string[];
}

/** With what the channel service signs what it sends to bots. */
export class SigningKeys {
  /** The newest is last; the one before stays published. */
  #keys: SigningKey[] = [];

  /** From now on everything is signed with a key nobody has seen. */
  rotate(endorsements: readonly string[] = ENDORSEMENTS): string {
    const key = newKey(endorsements);
    this.#keys = [this.#newest(), key];
    return key.kid;
  }

  /** A JSON Web Token: RFC 7519. */
  sign(claims: object): string {
    const { kid, privateKey } = this.#newest();
    const parts = [{ alg: 'RS256', kid, x5t: kid, typ: 'JWT' }, claims].map((part) =>
      Buffer.from(JSON.stringify(part)).toString('base64url'),
    );
    const signature = sign('RSA-SHA256', Buffer.from(parts.join('.')), privateKey);
    return [...parts, signature.toString('base64url')].join('.');
  }

  /** What everybody may know: RFC 7517, with the endorsements of the Bot Framework. */
  published(): object[] {
    this.#newest();
    return this.#keys.map(({ kid, privateKey, endorsements }) => {
      const { kty, n, e } = createPublicKey(privateKey).export({ format: 'jwk' });
      return { kty, use: 'sig', kid, x5t: kid, n, e, endorsements };
    });
  }

  #newest(): SigningKey {
    if (this.#keys.length === 0) this.#keys.push(firstKey());
    return this.#keys.at(-1) as SigningKey;
  }
}

/** Takes a while to make, and most sandboxes never need it: made once, for all of a process. */
let first: SigningKey | undefined;

function firstKey(): SigningKey {
  first ??= newKey(ENDORSEMENTS);
  return first;
}

function newKey(endorsements: readonly string[]): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const der = publicKey.export({ format: 'der', type: 'spki' });
  return { kid: createHash('sha1').update(der).digest('base64url'), privateKey, endorsements };
}
