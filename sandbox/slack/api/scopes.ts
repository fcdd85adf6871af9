import type { SlackApp } from './apps';
import type { Method } from './method';
import type { ApiObjection } from './refusal';

/** What a method needs and a token has not: https://docs.slack.dev/reference/scopes */
export function scopeObjection(
  { scopes: provided }: Pick<SlackApp, 'scopes'>,
  { scopes, anyScope = false }: Pick<Method, 'scopes' | 'anyScope'>,
): ApiObjection | undefined {
  const missing = scopes.filter((scope) => !provided.includes(scope));
  if (anyScope ? missing.length < scopes.length : missing.length === 0) return undefined;
  const needed = missing.join(',');
  return {
    code: 'missing_scope',
    reason: `The token has not the scope ${missing.join(anyScope ? ' or ' : ' and ')}.`,
    says: { needed, provided: provided.join(',') },
  };
}

/** The scopes stand in the head of every answer: https://docs.slack.dev/authentication/tokens */
export function scopeHeaders(
  { scopes }: Pick<SlackApp, 'scopes'>,
  method?: Method,
): Record<string, string> {
  return {
    'x-oauth-scopes': scopes.join(','),
    ...(method && { 'x-accepted-oauth-scopes': method.scopes.join(',') }),
  };
}
