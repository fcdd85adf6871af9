const ISSUES = 'https://github.com/MicrosoftDocs/msteams-docs/issues';

/** What Teams shows when an app does not answer as it should, and where somebody saw it. */
export const WORDS = {
  /** Below a card, after Action.Execute. */
  executeFailed: {
    text: 'Something went wrong. Please try again.',
    source: `${ISSUES}/13460`,
  },
  /** Below a card, after Action.Submit. */
  submitFailed: {
    text: 'Unable to reach app. Please try again.',
    source: `${ISSUES}/6461`,
  },
  /** Said in the thread, under the name of the outgoing webhook. */
  outgoingFailed: {
    text: 'Sorry, there was a problem encountered with your request',
    source: `${ISSUES}/693`,
  },
} as const satisfies Record<string, { text: string; source: string }>;

/**
 * How long Teams waits. The documents tell the five seconds of an outgoing webhook and "10 to 15
 * seconds" of the channel service; for an invoke nobody tells, and bots are asked for five.
 * https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-outgoing-webhook
 * https://learn.microsoft.com/azure/bot-service/bot-builder-basics
 */
export const PATIENCE_MS = { outgoing: 5000, invoke: 5000, activity: 15_000 } as const;
