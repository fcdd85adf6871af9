import type { IExecuteFunctions } from 'n8n-workflow';

/** Remembers events from one run to the next. */
export interface Memory {
  /** When the event was last seen in the window; if it was not, it is remembered now. */
  since(key: string, now: number, windowMs: number): Promise<number | undefined>;
}

export const memoryOf = (context: IExecuteFunctions): Memory => {
  const tell = once((message) =>
    context.addExecutionHints({ message, type: 'info', location: 'outputPane' }),
  );
  return context.getMode() === 'manual' ? forgetful(tell) : remembering(context, tell);
};

type Tell = (message: string) => void;

/** n8n keeps hashes and no times, so the time is part of what is hashed, cut to slices. */
const SLICES = 12;
const OPTIONS = { mode: 'entries', maxEntries: 5000 } as const;

/**
 * n8n reads, changes and writes without a lock: two runs at the same moment may both find nothing.
 * https://github.com/n8n-io/n8n/blob/master/packages/cli/src/deduplication/deduplication-helper.ts
 */
const remembering = ({ helpers }: IExecuteFunctions, tell: Tell): Memory => ({
  async since(key, now, windowMs) {
    const times = slicesOf(key, now, windowMs);
    const [current, ...earlier] = [...times.keys()] as [string, ...string[]];
    try {
      const asked = [current, ...earlier];
      const answer = await helpers.checkProcessedAndRecord(asked, 'node', OPTIONS);
      const [known] = answer.processed;
      // Asking records as well: only the slice of an event that passes may stay
      const unasked = answer.new.filter((name) => known !== undefined || name !== current);
      if (unasked.length > 0) await helpers.removeProcessed(unasked, 'node', OPTIONS);
      return known === undefined ? undefined : times.get(String(known));
    } catch {
      tell("n8n's memory of earlier runs did not answer: repeats of earlier runs pass.");
      return undefined;
    }
  },
});

const slicesOf = (key: string, now: number, windowMs: number): Map<string, number> => {
  const length = windowMs / SLICES;
  const current = Math.floor(now / length);
  return new Map(
    Array.from({ length: SLICES }, (_, age) => [`${key}|${current - age}`, now - age * length]),
  );
};

const forgetful = (tell: Tell): Memory => ({
  async since() {
    tell('A manual run remembers nothing: repeats of earlier runs pass.');
    return undefined;
  },
});

const once = (tell: Tell): Tell => {
  let told = false;
  return (message) => {
    if (!told) tell(message);
    told = true;
  };
};
