import { actions } from './actions/en';
import { phrase } from './phrase';

/** What a sentence about an event may mention; every value is optional and already readable. */
export interface Happening {
  readonly who?: string;
  readonly to?: string;
  /** Escalation level, counted from 1. */
  readonly level?: number;
  /** A duration: `12 min`. */
  readonly after?: string;
  /** A point in time. */
  readonly until?: string;
  readonly source?: string;
  /** As a word of a sentence: `critical`. */
  readonly severity?: string;
  readonly field?: string;
  readonly from?: string;
  readonly value?: string;
  readonly rawType?: string;
}

const plural = new Intl.PluralRules('en');
const number = new Intl.NumberFormat('en');
const count = (value: number, one: string, other: string): string =>
  `${number.format(value)} ${plural.select(value) === 'one' ? one : other}`;

const by = (who?: string) => who && `by ${who}`;
const to = (name?: string) => name && `to ${name}`;
const after = (duration?: string) => duration && `after ${duration}`;
const levelOf = (level?: number) => level !== undefined && `at level ${level}`;
const fromTo = (from?: string, value?: string) =>
  phrase(from !== undefined && value !== undefined && `from ${from}`, to(value));

export const en = {
  languageName: 'English',
  untitled: 'Untitled alert',
  headline: (v: { happened: string; title: string }) => `${v.happened}: ${v.title}`,
  andMore: (v: { count: number }) => `+ ${number.format(v.count)} more`,
  andEarlier: (v: { count: number }) => `+ ${number.format(v.count)} earlier`,

  severity: {
    critical: 'Critical',
    high: 'High',
    warning: 'Warning',
    info: 'Info',
    unknown: 'Unknown',
  },
  severityInSentence: {
    critical: 'critical',
    high: 'high-severity',
    warning: 'warning',
    info: 'informational',
    unknown: undefined,
  } as Readonly<Record<string, string | undefined>>,

  happened: {
    created: (v: Happening) =>
      phrase('New', v.severity, 'alert', v.source && `from ${v.source}`, v.to && `for ${v.to}`),
    escalated: (v: Happening) => phrase('Escalated', to(v.to), levelOf(v.level), by(v.who)),
    'escalation-ended': (v: Happening) =>
      phrase('Escalation ended, nobody has accepted', v.after && `for ${v.after}`),
    assigned: (v: Happening) => phrase('Assigned', to(v.to), by(v.who)),
    accepted: (v: Happening) => phrase('Accepted', by(v.who), after(v.after)),
    unaccepted: (v: Happening) => phrase('No longer accepted', v.who && `(given back by ${v.who})`),
    resolved: (v: Happening) => phrase('Resolved', by(v.who), after(v.after)),
    resolvedByItself: (v: Happening) => phrase('Resolved automatically', after(v.after)),
    reopened: (v: Happening) => phrase('Reopened', by(v.who)),
    snoozed: (v: Happening) => phrase('Snoozed', by(v.who), v.until && `until ${v.until}`),
    unsnoozed: (v: Happening) => phrase('Snooze ended', by(v.who)),
    'not-accepted': (v: Happening) => phrase('Nobody has accepted', v.after && `for ${v.after}`),
    'not-resolved': (v: Happening) => phrase('Still not resolved', after(v.after)),
    'priority-changed': (v: Happening) =>
      phrase('Priority changed', fromTo(v.from, v.value), by(v.who)),
    'responder-added': (v: Happening) => phrase('Responder', v.to, 'added', by(v.who)),
    'responder-removed': (v: Happening) => phrase('Responder', v.to, 'removed', by(v.who)),
    'comment-added': (v: Happening) => phrase('Comment', by(v.who)),
    updated: (v: Happening) => phrase('Updated', v.field, fromTo(v.from, v.value), by(v.who)),
    merged: (v: Happening) => phrase('Merged into another alert', by(v.who)),
    deleted: (v: Happening) => phrase('Deleted', by(v.who)),
    'channel-attached': (v: Happening) => phrase('Chat channel attached', by(v.who)),
    'channel-detached': (v: Happening) => phrase('Chat channel detached', by(v.who)),
    'custom-action': (v: Happening) => phrase('Action run', by(v.who)),
    test: (_: Happening) => 'Connection test',
    other: (v: Happening) => phrase('Event', v.rawType && `“${v.rawType}”`),
  },

  fact: {
    source: 'Source',
    severity: 'Severity',
    priority: 'Priority',
    assignedTo: 'Assigned to',
    acceptedBy: 'Accepted by',
    resolvedBy: 'Resolved by',
    escalation: 'Escalation',
    started: 'Started',
    duration: 'Duration',
    snoozedUntil: 'Snoozed until',
    group: 'Alerts in group',
  },
  level: (v: { level: number }) => `Level ${v.level}`,
  groupCut: (v: { size: string; missing: number }) =>
    `${v.size} (${number.format(v.missing)} not listed)`,
  automatically: 'Automatically',

  section: { timeline: 'Timeline', labels: 'Labels', links: 'Links', image: 'Image' },
  openAlert: (v: { platform: string }) => `Open in ${v.platform}`,
  openAlertAnywhere: 'Open alert',
  emptyText: '(empty message)',

  dropped: {
    labels: (v: { count: number }) => count(v.count, 'label', 'labels'),
    facts: (v: { count: number }) => count(v.count, 'fact', 'facts'),
    links: (v: { count: number }) => count(v.count, 'link', 'links'),
    images: (v: { count: number }) => count(v.count, 'image', 'images'),
    timeline: (v: { count: number }) => count(v.count, 'timeline entry', 'timeline entries'),
    description: 'description',
    descriptionCut: (v: { at: number }) => `description cut at ${number.format(v.at)} characters`,
    titleCut: (v: { at: number }) => `title cut at ${number.format(v.at)} characters`,
    textCut: (v: { at: number }) => `text cut at ${number.format(v.at)} characters`,
    alertLink: 'link to the alert: not a usable web address',
    footer: 'small print',
    mention: (v: { mention: string; chat: string }) =>
      `mention “${v.mention}”: not an ID that ${v.chat} knows`,
    mentions: (v: { count: number }) => count(v.count, 'mention', 'mentions'),
    chat: (v: { chat: string; transport: string }) =>
      `everything: there is no chat “${v.chat}” with the transport “${v.transport}”`,
  },

  skipped: {
    cannotChange:
      'This event only changes a card that is already there, and an incoming webhook cannot change a posted message.',
    noCard: 'This event only changes a card that is already there, and there is none.',
    dropped: 'The filter dropped this event.',
    preview: 'This is a preview: nothing was sent.',
    notDone: 'The action was not carried out, so the card stays as it is.',
    noAlert: 'There is no alert to show: only whoever asked is answered.',
  },
  delivered: {
    superseded: 'A newer state of this alert was known already; the event only added a line.',
    newer: 'It is shown together with a newer event of the same alert.',
    known: 'The same event was known already.',
    elsewhere: 'Another run is showing this alert right now.',
    deferred: 'The channel takes no more messages for now; the card is shown later.',
    wasGone: 'The message was gone, so a new one was posted.',
    mayBeTwice:
      'Whether an earlier message arrived is not known, and this chat cannot tell: there may be two.',
    replyFailed: (v: { why: string }) => `The card was changed, but the reply failed: ${v.why}`,
    inDigest: (v: { count: number }) =>
      `Many alerts came at once: shown in one message with ${count(v.count, 'alert', 'alerts')}.`,
    storeUnavailable:
      'store: unavailable. The message was sent all the same; it was not checked whether the alert has one already.',
  },
  digest: {
    title: (v: { count: number }) => `${count(v.count, 'alert', 'alerts')} at once`,
    standing: (v: { open: number; accepted: number; resolved: number }) =>
      `${number.format(v.open)} open, ${number.format(v.accepted)} accepted, ${number.format(v.resolved)} resolved`,
  },
  answering: {
    working: 'Working on it …',
  },
  answers: {
    button: {
      accept: 'Accept',
      unaccept: 'Unaccept',
      resolve: 'Resolve',
      reopen: 'Reopen',
      escalate: 'Escalate',
      snooze: 'Snooze',
      note: 'Note',
      snoozeFor: (v: { minutes: number }) =>
        v.minutes % 60 === 0
          ? count(v.minutes / 60, 'hour', 'hours')
          : count(v.minutes, 'minute', 'minutes'),
    },
    refused: {
      malformed: {
        message: 'This button is none of ours.',
        hint: 'Use the buttons of the newest card of the alert.',
      },
      wrongKey: {
        message: 'This button was made by another installation, or its signing key was changed.',
        hint: 'Use the newest card of the alert; the sender and the response trigger need the same signing key.',
      },
      expired: {
        message: 'This button has expired.',
        hint: 'Use the newest card of the alert, or act in the on-call platform.',
      },
      otherChannel: {
        message: 'This button belongs to a card in another channel.',
        hint: 'Use the card in the channel it was posted to.',
      },
    },
    link: {
      ask: 'Do it? The card in the chat shows what came of it.',
      yourName: 'Your name, for the log',
      done: 'Your answer is on its way. The card in the chat shows what came of it.',
      failed: 'This did not work',
      usedUp: 'This link was used before. The card in the chat shows what came of it.',
      wrongMethod: 'Open the link of the card in a browser.',
    },
    help: {
      all: (v: { command: string }) =>
        [
          'What you can write:',
          `${v.command} accept 4711`,
          `${v.command} resolve 4711 what it was`,
          `${v.command} snooze 4711 30m`,
          `${v.command} escalate 4711`,
          `${v.command} assign 4711 ada@example.com`,
          `${v.command} comment 4711 what I see`,
          `${v.command} get 4711`,
          `${v.command} create Checkout is down`,
          `${v.command} oncall`,
        ]
          .map((line) => line.trim())
          .join('\n'),
      noAlert: (v: { command: string; action: string }) =>
        `Which alert? Write its number: ${phrase(v.command, v.action, '4711')}`,
      noTitle: (v: { command: string }) =>
        `What happened? Write it behind: ${phrase(v.command, 'create', 'Checkout is down')}`,
    },
  },
  controls: {
    dropped: (v: { count: number }) => count(v.count, 'button', 'buttons'),
    noAddress: (v: { count: number }) =>
      `${count(v.count, 'button', 'buttons')}: nothing says where clicks are sent`,
    cancel: 'Cancel',
    send: 'OK',
    noteHint: 'What it was',
    noDialog: {
      message: 'The dialog could not be opened.',
      hint: 'Press the button again.',
    },
  },
  actions,
  acceptedOnly: (v: { reason: string }) => `Taken, but not yet confirmed: ${v.reason}`,
};

/** Every language has these keys; the compiler says which sentence is missing. */
export type Sentences = typeof en;
