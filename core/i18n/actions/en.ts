import { phrase } from '../phrase';

/** What a sentence about an action may mention; every value is already readable. */
export interface ActionWords {
  /** Its name, as people know it. */
  readonly platform?: string;
  /** A verb of `verbs`. */
  readonly action?: string;
  readonly who?: string;
  readonly to?: string;
  readonly until?: string;
  readonly level?: number;
  readonly title?: string;
  /** A list of what is possible, or what somebody wrote. */
  readonly value?: string;
  /** A name of `arguments`. */
  readonly field?: string;
  /** In the platform's own words, or a code. */
  readonly reason?: string;
}

const by = (who?: string) => who && `by ${who}`;
const to = (name?: string) => name && `to ${name}`;
const said = (reason?: string) => reason && `(${reason})`;

export const actions = {
  verbs: {
    accept: 'accept',
    unaccept: 'take back an acceptance',
    resolve: 'resolve',
    reopen: 'reopen',
    snooze: 'snooze',
    assign: 'assign',
    'add-responder': 'add responders',
    escalate: 'escalate',
    comment: 'comment',
    create: 'create alerts',
    get: 'look alerts up',
    'on-call': 'tell who is on call',
  } as Readonly<Record<string, string>>,
  arguments: {
    person: 'Person',
    policy: 'Escalation Policy',
    schedule: 'Schedule',
    level: 'Level',
    minutes: 'Minutes',
    until: 'Until',
    note: 'Note',
    title: 'Title',
    description: 'Description',
    severity: 'Severity',
    priority: 'Priority',
    source: 'Alert Source',
    channel: 'Flashduty Channel',
  } as Readonly<Record<string, string>>,
  or: ' or ',
  status: { open: 'open', acknowledged: 'accepted', resolved: 'resolved' },
  done: {
    accept: (_: ActionWords) => 'Accepted.',
    unaccept: (_: ActionWords) => 'No longer accepted.',
    resolve: (_: ActionWords) => 'Resolved.',
    reopen: (_: ActionWords) => 'Reopened.',
    snooze: (v: ActionWords) => `${phrase('Snoozed', v.until && `until ${v.until}`)}.`,
    assign: (v: ActionWords) => `${phrase('Assigned', to(v.to))}.`,
    'add-responder': (v: ActionWords) => `${phrase('Added', v.to)}.`,
    escalate: (v: ActionWords) =>
      `${phrase('Escalated', v.level !== undefined && `to level ${v.level}`)}.`,
    comment: (_: ActionWords) => 'Comment added.',
    create: (v: ActionWords) => phrase('Alert created:', v.title),
    get: (v: ActionWords) => `${v.title}: ${v.value}.`,
    'on-call': (v: ActionWords) => (v.who ? `On call now: ${v.who}.` : 'Nobody is on call now.'),
  },
  already: {
    accept: (v: ActionWords) => `${phrase('Already accepted', by(v.who))}.`,
    unaccept: (_: ActionWords) => 'Nobody has accepted it.',
    resolve: (v: ActionWords) => `${phrase('Already resolved', by(v.who))}.`,
    reopen: (_: ActionWords) => 'It is open already.',
    snooze: (v: ActionWords) => `${phrase('Already snoozed', v.until && `until ${v.until}`)}.`,
    assign: (v: ActionWords) => `${phrase('Already assigned', to(v.to))}.`,
    'add-responder': (v: ActionWords) => `${phrase(v.to, 'is a responder already')}.`,
  },
  later: (v: { platform: string }) => `${v.platform} took the request and works on it now.`,
  attributed: (v: { happened: string }) => `${v.happened} (from chat)`,
  trouble: {
    unknown_platform: (v: ActionWords) => `There is no on-call platform “${v.value}”.`,
    unknown_action: (v: ActionWords) => `There is no action “${v.value}”.`,
    not_supported: (v: ActionWords) =>
      `${v.platform} cannot ${v.action} from outside. It can: ${v.value}.`,
    missing_argument: (v: ActionWords) => `Something is missing: ${v.field}.`,
    bad_argument: (v: ActionWords) => `${v.platform} cannot use what was given as ${v.field}.`,
    no_alert: (_: ActionWords) => 'Nobody said which alert.',
    no_such_alert: (v: ActionWords) => `${v.platform} has no alert ${v.value}.`,
    several_alerts: (v: ActionWords) =>
      `${v.platform} has several open alerts with the number ${v.value}.`,
    no_such_person: (v: ActionWords) => `${v.platform} knows nobody as ${v.value}.`,
    already_resolved: (v: ActionWords) => `${phrase('Already resolved', by(v.who))}.`,
    no_credential: (v: ActionWords) => `There is no key for ${v.platform}.`,
    needs_user_key: (v: ActionWords) =>
      `With only the key of an alert source, ${v.platform} takes: ${v.value}.`,
    needs_integration_key: (v: ActionWords) =>
      `${v.platform} takes comments only with the integration key of the alert source.`,
    no_alert_key: (v: ActionWords) =>
      `This alert has no alert key, by which alone ${v.platform} would find it here.`,
    unauthorised: (v: ActionWords) =>
      `${phrase(`${v.platform} does not take the key`, said(v.reason))}.`,
    forbidden: (v: ActionWords) =>
      `${phrase(`The owner of the key may not do this at ${v.platform}`, said(v.reason))}.`,
    refused: (v: ActionWords) => `${phrase(`${v.platform} refused`, said(v.reason))}.`,
    nothing_changed: (v: ActionWords) => `${v.platform} took it, but the alert stands as before.`,
    platform_unreachable: (v: ActionWords) =>
      `${phrase(`${v.platform} could not be reached`, said(v.reason))}: it was not done.`,
    unexpected_answer: (v: ActionWords) =>
      `${phrase(`The answer is not one of ${v.platform}`, said(v.reason))}.`,
    unknown: (v: ActionWords) =>
      `${phrase(`The answer of ${v.platform} was lost`, said(v.reason))}: nobody can tell whether it was done.`,
    no_webhook_api: (v: ActionWords) => `${v.platform} lets nobody register webhooks from outside.`,
    no_list: (v: ActionWords) => `${v.platform} has no such list.`,
  },
  hint: {
    missing_argument: 'Fill in the field, or say it in the command.',
    bad_argument: 'Pick it from the list, or see the description of the field for what it takes.',
    no_alert: 'Put the alert’s number behind the command, or wire an alert into the node.',
    no_such_alert: 'Check the number, and whether the key belongs to the same account.',
    several_alerts: 'Take the button on the card, or the long ID of the alert.',
    no_such_person: 'Take an e-mail address or an ID from the list of people there.',
    already_resolved: 'If it is back, a new alert comes.',
    no_credential: 'Fill in a key in the credential.',
    needs_user_key: 'Add the API key of a user to the credential.',
    needs_integration_key: 'Add the integration key of the alert source to the credential.',
    no_alert_key: 'Add the API key of a user to the credential, or set alert keys at the source.',
    unauthorised:
      'The key may have been deleted or belong elsewhere: put a valid one into the credential.',
    forbidden:
      'Give the owner of the key the right to handle alerts, or use the key of somebody who has it.',
    refused: 'See in the platform what stands in the way.',
    nothing_changed: 'Others may have accepted it as well, each for themselves.',
    platform_unreachable: 'Try again, or do it in the platform itself.',
    unexpected_answer: 'Check the base URL in the credential, and any proxy on the way.',
    unknown: 'Look at the alert in the platform before trying again.',
    not_supported: 'Do it in the platform itself.',
    no_webhook_api: 'Register it by hand, with the address and the secret of this node.',
  } as Readonly<Record<string, string>>,
};

/** Every language has these. */
export type ActionSentences = typeof actions;
