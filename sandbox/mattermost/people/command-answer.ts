import { z } from 'zod';
import { mediaTypeOf } from '../../judging/decode';
import { describeIssue } from '../../judging/issue';

const text = z.string().nullish();

/** What Go can put into `CommandResponse`; other names are ignored. */
const one = z.object({
  response_type: text,
  text,
  username: text,
  channel_id: text,
  icon_url: text,
  type: text,
  props: z.looseObject({}).nullish(),
  goto_location: text,
  skip_slack_parsing: z.boolean().nullish(),
  attachments: z.array(z.looseObject({}).nullable()).nullish(),
});
const answer = one.extend({ extra_responses: z.array(one).nullish() });

export type CommandAnswer = z.output<typeof answer>;
export type OneAnswer = z.output<typeof one>;

/**
 * Only `application/json` is read as such; an empty one is an error, unlike an empty text.
 * https://github.com/mattermost/mattermost/blob/master/server/public/model/command_response.go
 */
export function readCommandAnswer(
  headers: { 'content-type'?: string | undefined },
  body: string,
): CommandAnswer | { flaw: string } {
  if (mediaTypeOf(headers) !== 'application/json') return { text: body };
  try {
    const { data, error } = answer.safeParse(JSON.parse(body) ?? {});
    const [issue] = error?.issues ?? [];
    return data ?? { flaw: issue ? describeIssue('The answer', issue) : 'It does not fit.' };
  } catch {
    return { flaw: body === '' ? 'The answer is JSON and empty.' : 'The answer is not JSON.' };
  }
}
