const DOCUMENTS = 'https://open.dingtalk.com/document/development';
const DELIVER = `${DOCUMENTS}/create-and-deliver-cards`;
const UPDATE = `${DOCUMENTS}/interactive-card-update-interface`;
const REGISTER = `${DOCUMENTS}/register-card-callback-address`;
const CALLBACK = `${DOCUMENTS}/event-callback-card`;

/** The refusals of cards; the message says the code again. */
const row = <Code extends string>(code: Code, source = DELIVER) => ({ message: code, source });

export const cardRefusals = {
  'param.empty': row('param.empty'),
  'param.outTrackIdEmpty': row('param.outTrackIdEmpty'),
  'param.cardTemplateIdEmpty': row('param.cardTemplateIdEmpty'),
  'param.templateNotExist': row('param.templateNotExist'),
  'param.templateUnpublished': row('param.templateUnpublished'),
  'param.cardPublicDataEmpty': row('param.cardPublicDataEmpty'),
  'param.cardAlreadyExist': row('param.cardAlreadyExist'),
  'param.openSpaceIdEmpty': row('param.openSpaceIdEmpty'),
  'param.openSpaceIdInvalid': row('param.openSpaceIdInvalid'),
  'param.openSpaceModelInvalid': row('param.openSpaceModelInvalid'),
  'param.openDeliverModelEmpty': row('param.openDeliverModelEmpty'),
  'param.openDeliverModelError': row('param.openDeliverModelError'),
  'param.userIdNotExist': row('param.userIdNotExist'),
  'param.invalid': row('param.invalid'),
  'param.cardNotExist': row('param.cardNotExist', UPDATE),
  'param.cardDataAndPrivateDataBothEmpty': row('param.cardDataAndPrivateDataBothEmpty', UPDATE),
  // The documents say not to; what becomes of it they do not say, and the word is ours.
  'card.updatedInCallback': row('card.updatedInCallback', CALLBACK),
  'param.callbackRouteKeyEmpty': row('param.callbackRouteKeyEmpty', REGISTER),
  'param.callbackUrlEmpty': row('param.callbackUrlEmpty', REGISTER),
  'system.updateCallbackFailed': row('system.updateCallbackFailed', REGISTER),
  'param.callbackRouteKeyExist': { ...row('param.callbackRouteKeyExist', REGISTER), status: 500 },
};
