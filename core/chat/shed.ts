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

export interface Shed<Block> {
  readonly blocks: readonly Block[];
  readonly dropped: readonly string[];
}

/** Removes pieces in their order until the rest `fits`; every piece that goes is named. */
export const shed = <Block>(
  pieces: readonly Piece<Block>[],
  fits: (blocks: readonly Block[]) => boolean,
): Shed<Block> => {
  const first = [...pieces].sort((a, b) => a.shed - b.shed);
  const gone = new Set<Piece<Block>>();
  const blocks = () => pieces.filter((piece) => !gone.has(piece)).flatMap((piece) => piece.blocks);
  for (const piece of first) {
    if (fits(blocks())) break;
    gone.add(piece);
  }
  const dropped = pieces.flatMap((piece) => (gone.has(piece) ? [piece.lost] : piece.dropped));
  return { blocks: blocks(), dropped };
};
