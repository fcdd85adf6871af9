import type { Change, DiskStore } from './level-store';

type Write = DiskStore['write'];

interface Group {
  readonly changes: Change[];
  readonly written: Promise<void>;
}

/** What is to be written while a write is under way is the next one, all of it at once. */
export const together = (write: Write): Write => {
  let underWay: Promise<unknown> = Promise.resolve();
  let next: Group | undefined;
  return (changes) => {
    if (changes.length === 0) return Promise.resolve();
    if (next) {
      next.changes.push(...changes);
      return next.written;
    }
    const all = [...changes];
    const written = underWay.then(() => {
      next = undefined;
      return write(all);
    });
    next = { changes: all, written };
    underWay = written.catch(() => {});
    return written;
  };
};
