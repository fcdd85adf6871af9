import { isObject, textOf } from '../../judging/shape';
import type { CardTemplate } from '../api/templates';
import type { Params } from '../api/world';

/** A button of a card that tells the app when it is pressed. */
export interface CardButton {
  id: string;
  text: string;
  params: Record<string, string>;
  disabled: boolean;
}

type Read = { buttons: CardButton[] } | { flaw: string };

/** The buttons a template draws from its variables; those that only open a page are not among them. */
export function readButtons({ buttonsIn }: CardTemplate, params: Params): Read {
  if (!buttonsIn) return { buttons: [] };
  const list = listIn(buttonsIn(params));
  if (!list) return { flaw: 'What the buttons are drawn from is no JSON list.' };
  const flaw = list.map(flawOf).find((each) => each !== undefined);
  if (flaw !== undefined) return { flaw };
  return { buttons: list.filter(isObject).flatMap((one) => (one.url ? [] : [button(one)])) };
}

function button({ id, text, params, status }: Record<string, unknown>): CardButton {
  const given = isObject(params) ? (params as Record<string, string>) : {};
  return { id: textOf(id), text: textOf(text), params: given, disabled: status === 'disabled' };
}

function flawOf(one: unknown): string | undefined {
  if (!isObject(one) || textOf(one.text) === '') return 'A button has no text.';
  const { text, id, url, params = {} } = one;
  if (textOf(id) === '' && textOf(url) === '') return `The button ${text} has neither id nor url.`;
  if (isObject(params) && Object.values(params).every((each) => typeof each === 'string')) {
    return undefined;
  }
  return `The params of the button ${text} are no object of texts.`;
}

function listIn(text: string): unknown[] | undefined {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list : undefined;
  } catch {
    return undefined;
  }
}
