/** A part of a message that can go when space is short. */
export interface Piece<Block> {
  /** 1 goes first. */
  readonly shed: number;
  readonly blocks: readonly Block[];
  /** What a reader misses although the piece is there. */
  readonly dropped: readonly string[];
  /** What a reader misses when the whole piece goes. */
  readonly lost: string;
}

export interface Shed<Message> {
  readonly message: Message;
  readonly dropped: readonly string[];
}

/** Removes pieces in their order until the message `fits`; every piece that goes is named. */
export const shed = <Block, Message>(
  pieces: readonly Piece<Block>[],
  compose: (blocks: readonly Block[]) => Message,
  fits: (message: Message) => boolean,
): Shed<Message> => {
  const leaving = [...pieces].sort((a, b) => a.shed - b.shed);
  let kept = pieces;
  let message = compose(blocksOf(kept));
  for (const piece of leaving) {
    if (fits(message)) break;
    kept = kept.filter((one) => one !== piece);
    message = compose(blocksOf(kept));
  }
  const dropped = pieces.flatMap((one) => (kept.includes(one) ? one.dropped : [one.lost]));
  return { message, dropped };
};

const blocksOf = <Block>(pieces: readonly Piece<Block>[]): readonly Block[] =>
  pieces.flatMap(({ blocks }) => blocks);
