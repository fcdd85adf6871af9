import { buttonRulesFrom, type ChatId, deliverAlert } from '../../../../core/index';
import { byName, propertyOf } from '../../fields';
import { alertOf, notShown } from '../alert';
import { withAnswers } from '../answers';
import { channelProperty, fieldsOf, forBots } from '../bot-properties';
import { buttonProperties } from '../button-properties';
import { buttonValues } from '../buttons';
import { failed } from '../destination';
import { eachItem, type Operation } from '../operation';
import { sendingOptions } from '../options';
import { alertProperties, cardProperties, under } from '../properties';
import { upsertCards } from '../upsert-cards';

export const upsert = (chat: ChatId): Operation => {
  const field = byName(fieldsOf(chat));
  return {
    resource: 'alert',
    name: 'upsert',
    sends: true,
    description: under('alert', 'upsert', [
      ...forBots([channelProperty(chat)]),
      ...alertProperties(chat),
      ...forBots([propertyOf(field('mode')), propertyOf(field('mentionAssignees'))]),
      ...buttonProperties,
      cardProperties(chat),
    ]),
    run: async (job) => withAnswers(job, await showCards(job)),
  };
};

const showCards: Operation['run'] = (job) =>
  job.store || job.destination.transport === 'bot' ? upsertCards(job) : postEach(job);

/** A webhook without a store remembers nothing: every announced event is a message. */
const postEach = eachItem(async (job, index) => {
  const { context, destination, keys, http, clock } = job;
  const alert = alertOf(job, index);
  if (!('event' in alert)) return notShown(destination, alert);
  const { json, event, decision } = alert;
  const rules = buttonRulesFrom(buttonValues(context, index), keys);
  if ('problem' in rules) return failed(destination, { json, problem: rules.problem });
  const card = { event, decision, buttons: rules.rules };
  const options = sendingOptions(context, index, destination.chat);
  const receipt = await deliverAlert({ ...destination, ...card, ...options, http, clock });
  return { json, receipt };
});
