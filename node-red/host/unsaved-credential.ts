import type { NodeAPI } from 'node-red';
import type { Credential } from '../../core/index';

export interface Unsaved {
  /** Of the config node; empty before it is saved. */
  readonly id: string;
  readonly credentials: Credential;
}

/** The editor shows this in place of a password it does not know. */
const UNCHANGED = '__PWRD__';

/** What a dialog holds, completed by what was saved before and what the environment says. */
export function unsavedCredential(RED: NodeAPI, { id, credentials }: Unsaved): Credential {
  const saved = RED.nodes.getNode(id)?.credentials as Credential | undefined;
  const real = (name: string, value: string): string => {
    if (value === UNCHANGED) return saved?.[name] ?? '';
    return fromEnvironment(RED, value);
  };
  return Object.fromEntries(
    Object.entries(credentials).map(([name, value]) => [name, real(name, value.trim())]),
  );
}

/** A value that is the name of a variable, such as `${SLACK_TOKEN}`, as Node-RED would read it. */
export const fromEnvironment = (RED: NodeAPI, value: string): string =>
  /^\$\{[^}]+\}$/.test(value)
    ? String(RED.util.evaluateNodeProperty(value, 'env', {} as never, {}) ?? '')
    : value;
