import type { Failure } from './rules';

type NetworkError = Error & { cause?: { code?: string; message?: string } };

/** What went wrong with a request; `answered` when the head of the answer was there already. */
export function failureIn(error: unknown, answered: boolean): Failure {
  const { name, cause } = error as NetworkError;
  if (name === 'TimeoutError') return answered ? 'cut-short' : 'no-answer';
  if (name === 'AbortError') return 'closed';
  if (cause?.code === 'ECONNREFUSED') return 'refused';
  return cause?.code === 'ECONNRESET' || cause?.code === 'UND_ERR_SOCKET' ? 'broken' : 'other';
}

/** The same as a sentence. */
export function sentenceFor(failure: Failure, error: unknown, url: string, patienceMs: number) {
  const { message, cause } = error as NetworkError;
  const seconds = `${patienceMs / 1000} second${patienceMs === 1000 ? '' : 's'}`;
  const sentences: Record<Failure, string> = {
    'no-answer': `The target gave no answer within ${seconds}.`,
    'cut-short': `The answer of the target did not end within ${seconds}.`,
    closed: 'The sandbox was closed before an answer came.',
    refused: `Nothing listens at ${new URL(url).host}.`,
    broken: 'The target broke the connection before it answered.',
    other: `The request failed: ${cause?.message ?? message}.`,
  };
  return sentences[failure];
}
