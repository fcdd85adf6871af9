import { BUTTON_ACTIONS, type ButtonRules, type OwnButton } from '../answers/buttons';
import { hasKey, type SigningKeys } from '../answers/keys';
import type { Problem } from '../problem';

/** The buttons of a sender, by what its fields hold; undefined where it wants none. */
export const buttonRulesFrom = (
  values: Readonly<Record<string, unknown>>,
  keys: SigningKeys | undefined,
): { readonly rules?: ButtonRules } | { readonly problem: Problem } => {
  const { buttons } = values;
  if (buttons !== 'callback' && buttons !== 'links') return {};
  if (!hasKey(keys)) return { problem: noKey };
  const address = textOf(values.answerAddress);
  if (buttons === 'links' && !isWebAddress(address)) return { problem: noAddress };
  const wanted = Array.isArray(values.buttonActions) ? values.buttonActions : [];
  return {
    rules: {
      keys,
      way: buttons,
      actions: BUTTON_ACTIONS.filter((action) => wanted.includes(action)),
      own: ownButtons(values.ownButtons),
      note: values.askNote === true,
      ...(address !== '' && { address }),
    },
  };
};

const ownButtons = (rows: unknown): readonly OwnButton[] =>
  (Array.isArray(rows) ? rows : []).flatMap((row: Readonly<Record<string, unknown>>) => {
    const name = textOf(row?.name);
    if (name === '') return [];
    const style = row.style === 'primary' || row.style === 'danger' ? row.style : 'default';
    const confirm = textOf(row.confirm);
    return [{ name, style, ...(confirm !== '' && { confirm }) }];
  });

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

const isWebAddress = (text: string): boolean =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

const noKey: Problem = {
  code: 'buttons.no_signing_key',
  message: 'The cards are to have buttons, but there is no signing key of at least 32 characters.',
  hint: 'Give the node a signing key, the same as its response trigger has; without one anybody could press the buttons.',
};

const noAddress: Problem = {
  code: 'buttons.no_address',
  message:
    'The cards are to have signed links, but the address of the link response trigger is missing.',
  hint: 'Copy the address of the link response trigger into Response Address.',
};
