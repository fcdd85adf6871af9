import type { ITriggerFunctions } from 'n8n-workflow';
import type { Problem } from '../../../core/index';
import { operationError } from '../errors';

/** From here on it is no hiccup any more, in ms. */
const LONG_MS = 30_000;

type Trouble = { readonly problem: Problem; readonly waitMs: number } | undefined;

/** A connection that stays away is a failed execution, once: people and error workflows see those. */
export const tellTrouble = (context: ITriggerFunctions, chat: string) => {
  let told = false;
  return (trouble: Trouble): void => {
    if (!trouble) {
      context.logger.debug(`Connected to ${chat}.`);
      told = false;
      return;
    }
    const { problem, waitMs } = trouble;
    const again = `It is tried again in ${Math.ceil(waitMs / 1000)} s.`;
    context.logger.warn(`${chat}: ${problem.message} ${problem.hint} ${again}`);
    if (told || waitMs < LONG_MS || context.getMode() === 'manual') return;
    told = true;
    context.saveFailedExecution?.(operationError(context.getNode(), problem));
  };
};
