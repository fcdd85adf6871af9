import type { InboundRequest } from '../../../core/index';
import type { Reply } from './reply';

export interface Arrived extends InboundRequest {
  readonly method: string;
}

/** Whoever answers at a path: always the node that is running now. */
export interface Receiver {
  readonly id: string;
  /** Default: POST alone. */
  readonly methods?: readonly string[];
  receive(request: Arrived): Promise<Reply>;
}

export type Found = { readonly receiver: Receiver | undefined };

/** One slash at the start and between the parts, none at the end. */
export const normalPath = (path: string): string =>
  `/${path}`.replace(/\/{2,}/g, '/').replace(/(?<=.)\/$/, '');

/** Which node answers at which path. A path whose node is just being restarted stays known. */
export class Addresses {
  private readonly byPath = new Map<string, Found>();

  /** False when another node has the path. */
  claim(path: string, receiver: Receiver): boolean {
    const known = this.byPath.get(normalPath(path))?.receiver;
    if (known && known.id !== receiver.id) return false;
    this.byPath.set(normalPath(path), { receiver });
    return true;
  }

  release(path: string, receiver: Receiver, removed: boolean): void {
    if (this.byPath.get(normalPath(path))?.receiver !== receiver) return;
    if (removed) this.byPath.delete(normalPath(path));
    else this.byPath.set(normalPath(path), { receiver: undefined });
  }

  find(path: string): Found | undefined {
    return this.byPath.get(normalPath(path));
  }

  /** Once the flows run again, a path without a node is gone for good. */
  forgetAbsent(): void {
    for (const [path, { receiver }] of this.byPath) if (!receiver) this.byPath.delete(path);
  }
}
