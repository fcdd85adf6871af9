import type { Inbound, InboundSetup } from '../../../answers/inbound';
import { readLine } from '../../../answers/read-line';
import { heard } from '../../../answers/said';
import type { Outcome } from '../../../http/outcome';
import { ask, type Steps } from '../../../http/steps';
import { post } from '../posting';
import { renderText } from '../render';
import { whisper } from '../whisper';
import { address } from './address';
import type { Said } from './robot-message';

/** What a line asks for; help goes to the one who wrote it. */
export const saidTo = (said: Said, setup: InboundSetup): Inbound => {
  const read = readLine(said.line, setup);
  return 'command' in read
    ? heard({ commands: [read.command] })
    : heard({ afterwards: [() => tell(read.help, said, setup)] });
};

const tell = (
  sentence: string,
  { group, session, person, line }: Said,
  { language }: InboundSetup,
): Steps<Outcome> => {
  if (session !== undefined) return ask(address.request(session, sentence), address.outcome);
  const { payload } = renderText(sentence, { ...(language && { language }) }, 'bot');
  return group === undefined
    ? post(payload, { person }, line.id)
    : whisper(payload, { channel: group, person }, line.id);
};
