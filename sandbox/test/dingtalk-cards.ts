import type { AppAtWork } from './dingtalk-app';

export const ALERT_CARD = 'a1e47b1e-0a1e-4a1e-8a1e-a1e47b1e0001.schema';

/** A card for a group, as an app would make it. */
export function cardFor(app: AppAtWork, group = 'On call', more: object = {}) {
  return {
    cardTemplateId: ALERT_CARD,
    outTrackId: 'alert-1',
    callbackType: 'STREAM',
    cardData: { cardParamMap: { title: 'Checkout is down', status: 'Open' } },
    openSpaceId: `dtv1.card//IM_GROUP.${app.channel(group)}`,
    imGroupOpenSpaceModel: { supportForward: true },
    imGroupOpenDeliverModel: { robotCode: app.credential.robotCode },
    userIdType: 1,
    ...more,
  };
}

export const CREATE = '/v1.0/card/instances';
export const DELIVER = '/v1.0/card/instances/deliver';
export const CREATE_AND_DELIVER = '/v1.0/card/instances/createAndDeliver';

export interface Delivered {
  success: boolean;
  result: { outTrackId: string; deliverResults: Record<string, unknown>[] };
}

export const put = async (app: AppAtWork, body: object) =>
  (await app.ask(CREATE_AND_DELIVER, body)) as unknown as Delivered;

export const update = (app: AppAtWork, cardParamMap: object, more: object = {}) =>
  app.call('PUT', CREATE, { outTrackId: 'alert-1', cardData: { cardParamMap }, ...more });

export const forPerson = (app: AppAtWork, name: string) => ({
  openSpaceId: `dtv1.card//IM_ROBOT.${app.channel(name)}`,
  imGroupOpenSpaceModel: undefined,
  imGroupOpenDeliverModel: undefined,
  imRobotOpenSpaceModel: { supportForward: true },
  imRobotOpenDeliverModel: { spaceType: 'IM_ROBOT' },
});
