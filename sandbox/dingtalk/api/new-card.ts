import { type JsonObject, textOf } from '../../judging/shape';
import { readParams, readPrivate, userIdTypeObjection } from './card-data';
import { type Call, refused } from './method';
import type { ApiObjection } from './refusal';
import { type Space, spaceModelObjection, spaceTypesIn } from './spaces';
import { type CardTemplate, templateWithId } from './templates';
import type { Card, CardCallback } from './world';

type Found<T> = T | { objection: ApiObjection };

/** The card that a request describes; in which order DingTalk checks is not documented. */
export function readCard(call: Call, spaces: readonly Space[] = []): Found<{ card: Card }> {
  const { app, args, world } = call;
  const found = templateOf(args);
  if ('objection' in found) return found;
  const outTrackId = textOf(args.outTrackId);
  if (outTrackId === '') return refused('param.outTrackIdEmpty', 'The outTrackId is missing.');
  if (args.cardData === undefined) {
    return refused('param.cardPublicDataEmpty', 'The cardData is missing.');
  }
  const params = readParams(args.cardData, 'cardData');
  if ('objection' in params) return params;
  const hidden = readPrivate(app, args.privateData);
  if ('objection' in hidden) return hidden;
  const types = [...new Set([...spaceTypesIn(args), ...spaces.map(({ type }) => type)])];
  const objection =
    userIdTypeObjection(args) ?? callbackObjection(args) ?? spaceModelObjection(args, types);
  if (objection) return { objection };
  if (world.findCard(app, outTrackId)) {
    return refused('param.cardAlreadyExist', 'The app has a card with this outTrackId.');
  }
  const { template } = found;
  const made = { params: params.data, privateParams: hidden.data, deliveries: [] };
  const callback = callbackOf(args);
  return { card: { outTrackId, app, template, spaces: types, callback, ...made } };
}

function templateOf({ cardTemplateId }: JsonObject): Found<{ template: CardTemplate }> {
  const id = textOf(cardTemplateId);
  if (id === '') return refused('param.cardTemplateIdEmpty', 'The cardTemplateId is missing.');
  const template = templateWithId(id);
  if (!template) return refused('param.templateNotExist', `There is no card template ${id}.`);
  if (!template.draft) return { template };
  return refused('param.templateUnpublished', `The template ${template.name} is not published.`);
}

/** HTTP unless told: https://open.dingtalk.com/document/development/create-and-deliver-cards */
function callbackOf({ callbackType, callbackRouteKey }: JsonObject): CardCallback {
  if (callbackType === 'STREAM') return { type: 'STREAM' };
  return { type: 'HTTP', routeKey: textOf(callbackRouteKey) };
}

function callbackObjection({ callbackType }: JsonObject): ApiObjection | undefined {
  if (callbackType === undefined || callbackType === 'STREAM' || callbackType === 'HTTP') {
    return undefined;
  }
  return { code: 'param.invalid', reason: 'The callbackType is neither STREAM nor HTTP.' };
}
