import type { ITriggerFunctions } from 'n8n-workflow';
import type { Problem } from '../../../core/index';
import { operationError } from '../errors';

/** From here on it is no hiccup any more, in ms. */
const LONG_MS = 30_000;

type Trouble = { readonly problem: Problem; readonly waitMs: number } | undefined;

/**
 * A connection that stays away is a failed execution, once: people and error workflows see those. One
 * that was never there is why the workflow does not start: n8n says that.
 */
export const tellTrouble = (context: ITriggerFunctions, chat: string) => {
  let was: 'never' | 'there' | 'told' = 'never';
  return (trouble: Trouble): void => {
    if (!trouble) {
      context.logger.debug(`Connected to ${chat}.`);
      was = 'there';
      return;
    }
    if (was === 'never') return;
    const { problem, waitMs } = trouble;
    const again = `It is tried again in ${Math.ceil(waitMs / 1000)} s.`;
    context.logger.warn(`${chat}: ${problem.message} ${problem.hint} ${again}`);
    if (was === 'told' || waitMs < LONG_MS || context.getMode() === 'manual') return;
    was = 'told';
    context.saveFailedExecution?.(operationError(context.getNode(), problem));
  };
};
