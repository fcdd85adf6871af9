import { plainText } from '../../judging/answers';
import { type Objection, refuser } from '../../judging/refusal';
import { refusals as ofMessages } from '../refusal';

const RESPONSES =
  'https://docs.slack.dev/interactivity/handling-user-interaction#message_responses';

/** A response_url refuses what a webhook does, and more. */
const refusals = {
  ...ofMessages,
  used_url: { status: 404, source: RESPONSES },
  expired_url: { status: 404, source: RESPONSES },
  message_not_found: { status: 404, source: RESPONSES },
} as const;

export type ResponseObjection = Objection<keyof typeof refusals>;

export const refuse = refuser<keyof typeof refusals, { status: number; source: string }>(
  refusals,
  ({ status }, { code, headers }) => plainText(status, code, headers),
);
