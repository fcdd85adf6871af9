import { isObject, type JsonObject, textOf } from '../../judging/shape';
import type { ApiObjection } from './refusal';

export type SpaceType = 'IM_GROUP' | 'IM_ROBOT';

/** Where a card may be put: https://open.dingtalk.com/document/development/create-and-deliver-cards */
export interface Space {
  type: SpaceType;
  /** An openConversationId or a userId. */
  id: string;
}

const MODELS: Record<SpaceType, { space: string; deliver: string }> = {
  IM_GROUP: { space: 'imGroupOpenSpaceModel', deliver: 'imGroupOpenDeliverModel' },
  IM_ROBOT: { space: 'imRobotOpenSpaceModel', deliver: 'imRobotOpenDeliverModel' },
};

/** `dtv1.card//IM_GROUP.cid…==;IM_ROBOT.manager1234`; an id may hold what Base64 holds. */
export function readSpaces(
  openSpaceId: unknown,
): { spaces: readonly Space[] } | { objection: ApiObjection } {
  if (typeof openSpaceId !== 'string' || openSpaceId === '') {
    const reason = 'The openSpaceId is missing.';
    return { objection: { code: 'param.openSpaceIdEmpty', reason } };
  }
  const places = /^dtv1\.card\/\/(.+)$/.exec(openSpaceId)?.[1]?.split(';') ?? [];
  const spaces = places.flatMap((place) => {
    const [, kind = '', id = ''] = /^(\w+)\.(.+)$/.exec(place) ?? [];
    const type = kind.toUpperCase();
    return type === 'IM_GROUP' || type === 'IM_ROBOT' ? [{ type, id } as Space] : [];
  });
  if (spaces.length > 0 && spaces.length === places.length) return { spaces };
  const reason =
    'The openSpaceId is not dtv1.card// and places as IM_GROUP.… or IM_ROBOT.…, with ; between.';
  return { objection: { code: 'param.openSpaceIdInvalid', reason } };
}

/** The kinds of places a new card is made for: those with a space model. */
export function spaceTypesIn(args: JsonObject): SpaceType[] {
  const types = Object.keys(MODELS) as SpaceType[];
  return types.filter((type) => args[MODELS[type].space] !== undefined);
}

export function spaceModelObjection(
  args: JsonObject,
  types: readonly SpaceType[],
): ApiObjection | undefined {
  const name = types.map((type) => MODELS[type].space).find((each) => !isSpaceModel(args[each]));
  if (name === undefined) return undefined;
  const reason = `${name} is missing, or has no supportForward that is true or false.`;
  return { code: 'param.openSpaceModelInvalid', reason };
}

const isSpaceModel = (model: unknown) =>
  isObject(model) && typeof model.supportForward === 'boolean';

export function deliverModelOf(args: JsonObject, type: SpaceType): JsonObject {
  const model = args[MODELS[type].deliver];
  return isObject(model) ? model : {};
}

export function deliverModelObjection(
  args: JsonObject,
  spaces: readonly Space[],
): ApiObjection | undefined {
  for (const type of new Set(spaces.map((space) => space.type))) {
    const { deliver } = MODELS[type];
    const model = args[deliver];
    if (model === undefined) {
      return { code: 'param.openDeliverModelEmpty', reason: `${deliver} is missing.` };
    }
    const flaw = isObject(model) ? flawOf(type, model) : 'it is no object';
    if (flaw !== undefined) {
      return { code: 'param.openDeliverModelError', reason: `${deliver}: ${flaw}.` };
    }
  }
  return undefined;
}

function flawOf(type: SpaceType, model: JsonObject): string | undefined {
  const { robotCode, spaceType, atUserIds = {}, recipients = [] } = model;
  if (type === 'IM_ROBOT') {
    if (robotCode !== undefined && textOf(robotCode) === '') return 'the robotCode is no text';
    if (spaceType === 'IM_ROBOT') return undefined;
    return robotCode === undefined ? 'the spaceType is not IM_ROBOT' : undefined;
  }
  if (textOf(robotCode) === '') return 'the robotCode is missing';
  if (!isObject(atUserIds) || !Object.values(atUserIds).every(isText)) {
    return 'atUserIds is no object of texts';
  }
  return Array.isArray(recipients) && recipients.every(isText)
    ? undefined
    : 'recipients is no list of texts';
}

const isText = (value: unknown): boolean => typeof value === 'string';
