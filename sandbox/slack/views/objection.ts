import { z } from 'zod';
import { describeIssue } from '../../judging/issue';
import { objectsIn } from '../../judging/shape';
import { pointing } from '../api/content';
import type { ApiObjection } from '../api/refusal';
import { actions } from '../blocks/actions';
import { context } from '../blocks/context';
import { divider } from '../blocks/divider';
import { header } from '../blocks/header';
import { repeatedId } from '../blocks/ids';
import { image } from '../blocks/image';
import { input } from '../blocks/input';
import { richText } from '../blocks/rich-text';
import { section } from '../blocks/section';
import { plainText } from '../blocks/text';

const SOURCE = 'https://docs.slack.dev/reference/views/modal-views';
const LARGEST = 250_000;

const block = z.discriminatedUnion(
  'type',
  [actions, context, divider, header, image, input, richText, section],
  { error: 'This is not a block type the sandbox knows' },
);

const modal = z
  .strictObject({
    type: z.literal('modal', 'views.open opens modals only'),
    title: plainText(24),
    blocks: z.array(block).max(100),
    close: plainText(24).optional(),
    submit: plainText(24).optional(),
    private_metadata: z.string().max(3000).optional(),
    callback_id: z.string().max(255).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
    external_id: z.string().max(255).optional(),
    submit_disabled: z.boolean().optional(),
  })
  .refine(
    ({ blocks, submit }) => submit || blocks.every(({ type }) => type !== 'input'),
    'A modal with inputs needs a submit text',
  );

/** The first thing Slack would object to in a view, if anything. */
export function viewObjection(view: unknown): ApiObjection | undefined {
  const size = JSON.stringify(view ?? null).length;
  if (size > LARGEST) {
    return { code: 'view_too_large', reason: `The view has ${size} characters.` };
  }
  const { error, data } = modal.safeParse(view);
  const [issue] = error?.issues ?? [];
  const repeated = data && repeatedId([objectsIn(data.blocks)]);
  const reason = issue ? describeIssue('view', issue) : repeated;
  return reason
    ? { code: 'invalid_arguments', reason, source: SOURCE, says: pointing(reason) }
    : undefined;
}
