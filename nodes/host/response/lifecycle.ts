import type { IHookFunctions } from 'n8n-workflow';
import {
  findChat,
  hasKey,
  type InboundSetup,
  type Problem,
  receiveFromChat,
  runSteps,
} from '../../../core/index';
import { accessTo } from '../chat/chat-access';
import { clock } from '../clock';
import { operationError } from '../errors';
import { setupFor } from './setup';
import { destinationOf, type Source } from './source';

/**
 * A trigger that could prove nothing does not start; where a chat is told the address, it is told
 * the production address whenever the workflow starts: that changes nothing a second time.
 */
export const lifecycleOf = (source: Source) => ({
  default: {
    checkExists: async () => false,
    async create(this: IHookFunctions): Promise<boolean> {
      const setup = await setupFor(this, source);
      const problem = (await objection(source, setup)) ?? (await registration(this, source, setup));
      if (problem) throw operationError(this.getNode(), problem);
      return true;
    },
    delete: async () => true,
  },
});

export const noSigningKey: Problem = {
  code: 'answer.no_signing_key',
  message: 'There is no signing key of at least 32 characters.',
  hint: "Choose the credential 'Alertwire Signing Key API', the same as the sender of the cards has.",
};

/** What an empty request is refused for shows what of the credential is missing. */
async function objection({ chat }: Source, setup: InboundSetup): Promise<Problem | undefined> {
  if (!hasKey(setup.keys)) return noSigningKey;
  const nothing = { headers: {}, query: {}, rawBody: '' };
  const read = await receiveFromChat(chat, nothing, setup);
  if (read.ok || read.code !== 'answer.no_secret') return undefined;
  return {
    code: read.code,
    message: read.reason,
    hint: 'Open the credential of this node and fill it in.',
  };
}

/** A test address would take away the presses from the workflow that runs. */
async function registration(
  context: IHookFunctions,
  source: Source,
  { keys }: InboundSetup,
): Promise<Problem | undefined> {
  const register = findChat(source.chat)?.inbound.register;
  if (!register || context.getMode() === 'manual') return undefined;
  const { http } = await accessTo(context, destinationOf(context, source));
  const url = context.getNodeWebhookUrl('default') ?? '';
  const outcome = await runSteps(register(url, keys), http, clock);
  return 'problem' in outcome ? outcome.problem : undefined;
}
