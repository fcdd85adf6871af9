/**
 * What went wrong, for a program (`code`) and for a person (`message`: what happened,
 * `hint`: what to do). Codes are stable; neither text ever carries a secret.
 */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}
