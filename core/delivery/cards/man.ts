import { findTransport } from '../../chat/index';
import type { Problem } from '../../problem';
import { nowhere, unknownChat } from '../problems';
import type { CardDesk, Manned } from './desk';

/** Finds the chat of a desk, and says where it cannot work. */
export const man = (desk: CardDesk): Manned | { readonly problem: Problem } => {
  const found = findTransport(desk.chat, desk.transport);
  if (!found) return { problem: unknownChat };
  if (found.transport.updates && !desk.to) return { problem: nowhere };
  return { ...desk, platform: found.platform, way: found.transport };
};
