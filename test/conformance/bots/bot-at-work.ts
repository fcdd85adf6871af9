import { type TokenMemory, withToken } from '../../../core/chat/token';
import { run } from '../../../core/delivery/run';
import type { MessageRef, Outcome } from '../../../core/http/outcome';
import type { Steps } from '../../../core/http/steps';
import type { Credential, HttpRequest } from '../../../core/http/types';
import type { Http } from '../../../core/ports';
import type { SandboxUnderTest } from '../support/sandbox';
import { expectNoSecret, spellingsOf } from '../support/secrets';
import { withCredential } from '../support/transports';
import type { BotChat } from './bot-chats';

const clock = { now: () => Date.now() };

/** A host with the credential of one of the sandbox's bots. It lets no secret pass. */
export const botAtWork = (
  { id, platform, facts }: BotChat,
  sandbox: Pick<SandboxUnderTest, 'bot'>,
  http: Http,
  { name = facts.able, change = (credential: Credential) => credential } = {},
) => {
  const listed = sandbox.bot(id, name);
  const credential = change(facts.credential(listed));
  const authenticated = withCredential(http, (request: HttpRequest) =>
    platform.authenticate(request, credential, Date.now()),
  );
  const { tokens } = platform;
  const memory: TokenMemory = {};
  const host = tokens ? withToken(authenticated, tokens, credential, memory, clock) : authenticated;
  const secrets = spellingsOf(credential, facts.open);
  return {
    credential,
    memory,
    /** Sends with the credential applied. */
    http: host,
    /** The id of a channel by its name; a name nobody lists stands for itself. */
    channel: (called: string): string =>
      listed.channels.find((one) => one.name === called)?.id ?? called,
    take: async <Result>(steps: Steps<Result>): Promise<Result> => {
      const result = await run(steps, host, clock);
      expectNoSecret(result ?? '', secrets);
      return result;
    },
  };
};

/** Where the message is; fails the test where there is none. */
export const refOf = (outcome: Outcome): MessageRef => {
  if (outcome.kind !== 'delivered' || !outcome.ref) {
    throw new Error(`No message: ${JSON.stringify(outcome)}`);
  }
  return outcome.ref;
};
