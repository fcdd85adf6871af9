import type { InboundSetup } from '../../../answers/inbound';
import type { Outcome } from '../../../http/outcome';
import { ask, type Steps } from '../../../http/steps';
import { whisper } from '../posting';
import { renderText } from '../render';
import { address } from './address';
import type { From } from './from';

/** A sentence for the eyes of one person, where there is a way to say it. */
export const tell = (
  text: string,
  { url, channel, user }: From,
  { credential, language }: Pick<InboundSetup, 'credential' | 'language'>,
): readonly (() => Steps<Outcome>)[] => {
  if (url !== undefined) return [() => ask(address.request(url, text), address.outcome)];
  if (!channel || !credential.accessToken) return [];
  const { payload } = renderText(text, { ...(language && { language }) });
  return [() => whisper(payload, { channel: channel.id, person: user.id })];
};
