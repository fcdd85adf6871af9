/** Why a request got no answer, as a sentence. */
export function sentenceFor(error: unknown, url: string): string {
  const { name, message, cause } = error as Error & { cause?: { code?: string; message?: string } };
  if (name === 'TimeoutError') return 'The target gave no answer within 10 seconds.';
  if (name === 'AbortError') return 'The sandbox was closed before an answer came.';
  if (cause?.code === 'ECONNREFUSED') return `Nothing listens at ${new URL(url).host}.`;
  if (cause?.code === 'ECONNRESET') return 'The target broke the connection before it answered.';
  return `The request failed: ${cause?.message ?? message}.`;
}
