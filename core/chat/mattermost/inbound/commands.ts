import { digest } from '../../../alert/digest';
import type { Inbound, InboundRefusal, InboundSetup } from '../../../answers/inbound';
import { readLine } from '../../../answers/read-line';
import { heard, jsonReply } from '../../../answers/said';
import type { InboundRequest } from '../../../http/types';
import { privately } from './address';
import { fromWhom } from './from';
import { nothingHere } from './unknown';
import { firstTime, verifyCommand } from './verify';

/** Somebody typed a slash command: https://docs.mattermost.com/developers/integrate/slash-commands/custom */
export const readCommand = (
  body: string,
  request: InboundRequest,
  setup: InboundSetup,
): Inbound | InboundRefusal => {
  const form = new URLSearchParams(body);
  const fields: Readonly<Record<string, string>> = Object.fromEntries(form);
  const trigger = fields.trigger_id || body;
  const refusal = verifyCommand(form, request, setup) ?? firstTime(trigger, setup);
  if (refusal) return refusal;
  const from = fromWhom(fields, setup);
  if (!from) return nothingHere('a command of nobody');
  const { command = '', text = '' } = fields;
  const line = { id: `mattermost:${digest(trigger).slice(0, 32)}`, text, ...from };
  const read = readLine(line, { ...setup, command: setup.command || command.slice(0, 100) });
  return 'command' in read
    ? heard({ reply: jsonReply({}), commands: [read.command] })
    : heard({ reply: jsonReply(privately(read.help)) });
};
