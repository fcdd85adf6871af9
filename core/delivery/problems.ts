import type { Problem } from '../problem';

export const unreadable: Problem = {
  code: 'delivery.unreadable_alert',
  message: 'The input is not an alert.',
  hint: 'Connect the output of an Alertwire trigger, filter or router, or choose to define the alert.',
};

export const unknownChat: Problem = {
  code: 'delivery.unknown_chat',
  message: 'There is no such chat, or it cannot be reached this way.',
  hint: 'Choose one of the chats and transports this version of Alertwire lists.',
};

export const nowhere: Problem = {
  code: 'delivery.no_channel',
  message: 'No channel is chosen, so nothing was sent.',
  hint: 'Choose a channel in this node, or enter its ID.',
};

export const notHere: Problem = {
  code: 'delivery.not_possible',
  message: 'This chat, or this way of reaching it, cannot do that.',
  hint: 'Use a bot, where the chat has one that can, or send a message of its own.',
};

export const noMessage: Problem = {
  code: 'delivery.no_message',
  message: 'It is not known which message is meant, so nothing was done.',
  hint: 'Give the node its store, or pass on the messageRef that the sender put into delivery.',
};
