import { type ChatId, deliverAlert } from '../../../../core/index';
import { byName, propertyOf } from '../../fields';
import { alertOf } from '../alert';
import { channelProperty, fieldsOf, forBots } from '../bot-properties';
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
      cardProperties(chat),
    ]),
    run: (job) =>
      job.store || job.destination.transport === 'bot' ? upsertCards(job) : postEach(job),
  };
};

/** A webhook without a store remembers nothing: every announced event is a message. */
const postEach = eachItem(async (job, index) => {
  const { context, destination, http, clock } = job;
  const alert = alertOf(context, index, clock.now());
  if ('problem' in alert) return failed(destination, alert);
  const { json, event, decision } = alert;
  const options = sendingOptions(context, index, destination.chat);
  const receipt = await deliverAlert({ ...destination, event, decision, ...options, http, clock });
  return { json, receipt };
});
