import type { JsonObject } from '../../judging/shape';
import { attachmentsObjection } from '../attachments';
import { LONGEST_TEXT } from '../size';
import type { ApiError } from './answer';
import { invalid, type PostBody } from './body';

/** What the model finds wrong with a post that is to be kept. */
export function validityError(message: string, props: JsonObject): ApiError | undefined {
  const used = [...message].length;
  if (used > LONGEST_TEXT) {
    const reason = `The message has ${used} characters; more than ${LONGEST_TEXT} are refused.`;
    return { id: 'model.post.is_valid.message_length.app_error', reason };
  }
  const objection = attachmentsObjection(props.attachments);
  return objection && invalid('props', objection.reason);
}

/** Only a message of its own may be urgent; receipts and reminders need a license. */
export function priorityError({ metadata, root_id }: PostBody): ApiError | undefined {
  const priority = metadata?.priority;
  if (!priority) return undefined;
  if (root_id) {
    return {
      id: 'api.post.post_priority.priority_post_only_allowed_for_root_post.request_error',
      reason: 'An answer has a priority of its own.',
    };
  }
  if (!priority.requested_ack && !priority.persistent_notifications) return undefined;
  return {
    id: 'license_error.feature_unavailable',
    reason: 'This server has no license for receipts and persistent notifications.',
  };
}

export function typeError(type: string): ApiError | undefined {
  if (type.startsWith('system_')) {
    const reason = 'Only the server writes system messages.';
    return { id: 'api.context.invalid_param.app_error', name: 'post.type', reason };
  }
  if (type === '' || type.startsWith('custom_')) return undefined;
  const reason = `The type ${type} is not one that begins with custom_.`;
  return { id: 'model.post.is_valid.type.app_error', reason };
}
