import { digest } from '../../../alert/digest';
import type { Inbound, InboundSetup } from '../../../answers/inbound';
import { readLine } from '../../../answers/read-line';
import { heard, jsonReply } from '../../../answers/said';
import { SECTION_TEXT } from '../limits';
import { paragraphs } from '../text';
import { fromWhom } from './from';
import { typed } from './typed';
import { nothingHere } from './unknown';

type Fields = Readonly<Record<string, string>>;

/** Somebody typed a slash command: https://docs.slack.dev/interactivity/implementing-slash-commands */
export const readCommand = (fields: Fields, setup: InboundSetup): Inbound => {
  const { user_id, user_name, channel_id, channel_name, response_url } = fields;
  const from = fromWhom(
    {
      user: { id: user_id, name: user_name },
      channel: { id: channel_id, name: channel_name },
      url: response_url,
    },
    setup,
  );
  if (!from) return nothingHere('a command of nobody');
  const { url: _, ...known } = from;
  const { command = '', text = '', trigger_id = '' } = fields;
  const line = {
    id: `slack:${digest(trigger_id, from.user.id).slice(0, 32)}`,
    text: typed(text),
    ...known,
  };
  const read = readLine(line, { ...setup, command: setup.command || command.slice(0, 100) });
  if ('command' in read) return heard({ commands: [read.command] });
  return heard({ reply: privately(read.help) });
};

const privately = (text: string) =>
  jsonReply({ response_type: 'ephemeral', text: paragraphs(text, SECTION_TEXT).text });
