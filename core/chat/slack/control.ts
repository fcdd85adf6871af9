import type { CardAction } from '../../alert/card';
import * as limits from './limits';

/**
 * How a button's proof travels: a button has a value of 2000 characters. The options of a menu have
 * 75, so there the proof stands in the name of the menu, if it fits, and the option has the choice.
 */
type Choices = NonNullable<CardAction['pick']>;

/** What of a control comes back when it is used. */
export interface Used {
  readonly token: string;
  readonly arguments: Readonly<Record<string, string>>;
}

const NAME = '[A-Za-z]{1,30}';
const MENU = new RegExp(`^(${NAME}):([\\w.-]+)$`);
const BUTTON = new RegExp(`^([^?]*)\\?(${NAME})=(.*)$`, 's');

/** A button for one choice, where a menu cannot carry the proof. */
export const choiceValue = (token: string, argument: string, choice: string): string =>
  `${token}?${argument}=${choice}`;

/** Undefined where the proof is too long for the name of a menu, or a choice for its option. */
export const menuName = (token: string, { argument, choices }: Choices): string | undefined => {
  const name = `${argument}:${token}`;
  const short = choices.every(({ value }) => value.length <= limits.OPTION_VALUE);
  return short && name.length <= limits.ACTION_ID && MENU.test(name) ? name : undefined;
};

const LONGEST_CHOICE = 300;
const shortened = (choice: string): string => choice.slice(0, LONGEST_CHOICE).toWellFormed();

export const usedButton = (value: string): Used => {
  const [, token, argument = '', choice = ''] = BUTTON.exec(value) ?? [];
  return token === undefined
    ? { token: value, arguments: {} }
    : { token, arguments: { [argument]: shortened(choice) } };
};

/** Undefined for a menu of somebody else. */
export const usedMenu = (name: string, choice: string): Used | undefined => {
  const [, argument, token] = MENU.exec(name) ?? [];
  return argument === undefined || token === undefined
    ? undefined
    : { token, arguments: { [argument]: shortened(choice) } };
};
