import type { Called } from '../../people/call-back';

/** What is wrong with how an app answered; undefined when it took what it was told. */
export type Trouble = 'nowhere' | 'timeout' | 'status' | 'unreachable';

export interface Told extends Called {
  trouble?: Trouble;
}

export const NOWHERE: Told = {
  status: null,
  headers: {},
  body: '',
  reason: 'The app has told no address, and no socket is open.',
  trouble: 'nowhere',
};

export function toldBy(called: Called): Told {
  const { status, failure } = called;
  if (failure === 'no-answer' || failure === 'cut-short') return { ...called, trouble: 'timeout' };
  if (status === null) return { ...called, trouble: 'unreachable' };
  return status < 200 || status > 299 ? { ...called, trouble: 'status' } : called;
}
