import type { AlertEvent, CardDesk, Receipt } from '../../../core/index';
import type { Address } from './address';

/** A sender that can show the cards of its connection. */
export interface Hand {
  /** The id of the node. */
  readonly id: string;
  /** The id of the config node it sends through. */
  readonly connection: string;
  /** The place it sends to, where the node itself says so. */
  readonly place: string | undefined;
  /** Undefined where nothing can be sent for now. */
  deskAt(address: Address): CardDesk | undefined;
  /** What became of an alert whose message is not waiting any more. */
  tell(event: AlertEvent, receipt: Receipt): void;
}

/** The one that sends there, or else one that could. */
export const handFor = (hands: Iterable<Hand>, address: Address): Hand | undefined => {
  const able = [...hands].filter(({ connection }) => connection === address.connection);
  return able.find(({ place }) => place === address.place) ?? able[0];
};
