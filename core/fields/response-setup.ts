import type { InboundSetup } from '../answers/inbound';

/** How answers are read, by what the fields of a response trigger hold. */
export const responseSetupFrom = ({
  way,
  language,
  askNote,
  command,
  emulator,
}: Readonly<Record<string, unknown>>): Pick<
  InboundSetup,
  'way' | 'language' | 'askNote' | 'command' | 'emulator'
> => ({
  ...(typeof way === 'string' && { way }),
  ...(typeof language === 'string' && { language }),
  ...(typeof command === 'string' && { command: command.trim() }),
  askNote: askNote === true,
  emulator: emulator === true,
});
