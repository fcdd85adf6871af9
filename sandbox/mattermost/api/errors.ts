const SERVER = 'https://github.com/mattermost/mattermost/blob/master/server';
const CONTEXT = `${SERVER}/channels/web/context.go`;
const HANDLERS = `${SERVER}/channels/web/handlers.go`;
const API_POST = `${SERVER}/channels/api4/post.go`;
const APP_POST = `${SERVER}/channels/app/post.go`;
const APP_CHANNEL = `${SERVER}/channels/app/channel.go`;
const APP_USER = `${SERVER}/channels/app/user.go`;
const PRIORITY = `${SERVER}/channels/app/post_permission_utils.go`;
const MODEL = `${SERVER}/public/model/post.go`;

export interface Row {
  status: number;
  /** In English; what stands in braces is put in. */
  message: string;
  source: string;
}

/** What methods for bots may refuse, by the server's own ids. */
export const errors = {
  'api.context.404.app_error': {
    status: 404,
    message: 'Sorry, we could not find the page.',
    source: HANDLERS,
  },
  'api.context.session_expired.app_error': {
    status: 401,
    message: 'Invalid or expired session, please login again.',
    source: HANDLERS,
  },
  'api.context.token_provided.app_error': {
    status: 401,
    message: 'Session is not OAuth but token was provided in the query string.',
    source: HANDLERS,
  },
  'api.context.request_body_too_large.app_error': {
    status: 413,
    message: 'The request body is too large.',
    source: HANDLERS,
  },
  'api.context.permissions.app_error': {
    status: 403,
    message: 'You do not have the appropriate permissions.',
    source: CONTEXT,
  },
  'api.context.invalid_body_param.app_error': {
    status: 400,
    message: 'Invalid or missing {name} in request body.',
    source: CONTEXT,
  },
  'api.context.invalid_url_param.app_error': {
    status: 400,
    message: 'Invalid or missing {name} parameter in request URL.',
    source: CONTEXT,
  },
  'api.context.invalid_param.app_error': {
    status: 400,
    message: 'Invalid {name} parameter.',
    source: APP_POST,
  },
  'api.post.post_priority.priority_post_only_allowed_for_root_post.request_error': {
    status: 400,
    message: 'Only root posts may have a priority.',
    source: PRIORITY,
  },
  'license_error.feature_unavailable': {
    status: 501,
    message: 'The feature is not available for the current license.',
    source: PRIORITY,
  },
  'api.post.create_post.can_not_post_to_deleted.error': {
    status: 400,
    message: 'Can not post to deleted channel.',
    source: APP_POST,
  },
  'api.post.create_post.root_id.app_error': {
    status: 400,
    message: 'Invalid RootId parameter.',
    source: APP_POST,
  },
  'api.post.create_post.channel_root_id.app_error': {
    status: 400,
    message: 'Invalid ChannelId for RootId parameter.',
    source: APP_POST,
  },
  'app.post.save.existing.app_error': {
    status: 400,
    message: 'You cannot update an existing Post.',
    source: APP_POST,
  },
  'model.post.is_valid.message_length.app_error': {
    status: 400,
    message: 'Post Message property is longer than the maximum permitted length.',
    source: MODEL,
  },
  'model.post.is_valid.type.app_error': { status: 400, message: 'Invalid type.', source: MODEL },
  'api.post.update_post.can_not_update_post_in_deleted.error': {
    status: 400,
    message: 'Can not update a post in a deleted channel.',
    source: APP_POST,
  },
  'api.post.patch_post.can_not_update_post_in_deleted.error': {
    status: 400,
    message: 'Can not update a post in a deleted channel.',
    source: APP_POST,
  },
  'api.post.delete_post.can_not_delete_post_in_deleted.error': {
    status: 400,
    message: 'Can not delete a post in a deleted channel.',
    source: APP_POST,
  },
  'api.post.delete_post.not_enabled.app_error': {
    status: 501,
    message: 'Permanent post deletion is not enabled.',
    source: API_POST,
  },
  'app.post.get.app_error': { status: 404, message: 'Unable to get the post.', source: APP_POST },
  'app.channel.get.existing.app_error': {
    status: 404,
    message: 'Unable to find the existing channel.',
    source: APP_CHANNEL,
  },
  'app.channel.get_member.missing.app_error': {
    status: 404,
    message: 'No channel member found for that user ID and channel ID.',
    source: APP_CHANNEL,
  },
  'app.channel.get_by_name.missing.app_error': {
    status: 404,
    message: 'Channel does not exist.',
    source: APP_CHANNEL,
  },
  'app.team.get_by_name.missing.app_error': {
    status: 404,
    message: 'Unable to find the existing team.',
    source: APP_CHANNEL,
  },
  'api.channel.create_direct_channel.invalid_user.app_error': {
    status: 400,
    message: 'Invalid other user id.',
    source: APP_CHANNEL,
  },
  'app.user.missing_account.const': {
    status: 404,
    message: 'Unable to find the user.',
    source: APP_USER,
  },
  'api.user.get_user_by_email.permissions.app_error': {
    status: 403,
    message: 'Unable to get user by email.',
    source: APP_USER,
  },
  'app.user.get_by_username.app_error': {
    status: 404,
    message: 'Unable to find an existing account matching your username for this team.',
    source: APP_USER,
  },
} as const satisfies Record<string, Row>;

export type ErrorId = keyof typeof errors;
