import type { CardNode } from '../alert/card';
import type { Sentences } from '../i18n/index';
import type { Piece } from './shed';

type Kind = CardNode['kind'];
type NodeOf<K extends Kind> = Extract<CardNode, { kind: K }>;

/** What the message around a node is like. */
export interface Around {
  readonly s: Sentences;
  readonly layout: 'full' | 'compact';
}

/** A node in a chat's own blocks. */
export interface Drawn<Block> {
  readonly blocks: readonly Block[];
  /** How many of its things found no place. */
  readonly missing?: number;
  /** Where its text was cut, in UTF-16 units. */
  readonly cutAt?: number | undefined;
}

export type DrawNode<K extends Kind, Block, Place extends Around = Around> = (
  node: NodeOf<K>,
  around: Place,
) => Drawn<Block>;

/** Draws any node of a card, and says what a reader misses in it, or without it. */
export const drawBy =
  <Block, Place extends Around = Around>(
    table: { readonly [K in Kind]: DrawNode<K, Block, Place> },
  ) =>
  (node: CardNode, around: Place): Piece<Block> => {
    const drawNode = table[node.kind] as DrawNode<Kind, Block, Place>;
    const drawn = drawNode(node, around);
    return {
      shed: node.shed,
      blocks: drawn.blocks,
      dropped: droppedOf(node.kind, drawn, around.s),
      lost: lostOf(node, around.s),
    };
  };

const droppedOf = (
  kind: Kind,
  { missing = 0, cutAt }: Drawn<unknown>,
  { dropped }: Sentences,
): readonly string[] => {
  if (cutAt !== undefined) return [dropped.descriptionCut({ at: cutAt })];
  if (missing === 0 || kind === 'text' || kind === 'footer') return [];
  return [dropped[kind]({ count: missing })];
};

const lostOf = (node: CardNode, { dropped }: Sentences): string => {
  if (node.kind === 'text') return dropped.description;
  if (node.kind === 'footer') return dropped.footer;
  return dropped[node.kind]({ count: countOf(node) });
};

const countOf = (node: NodeOf<Exclude<Kind, 'text' | 'footer'>>): number => {
  switch (node.kind) {
    case 'facts':
      return node.facts.length;
    case 'labels':
      return node.labels.length + node.more;
    case 'timeline':
      return node.entries.length + node.more;
    case 'images':
      return node.images.length + node.more;
    case 'links':
      return node.links.length + node.more;
  }
};
