import { errors, type Row } from './errors';

const SERVER = 'https://github.com/mattermost/mattermost/blob/master/server';
const ACTION = `${SERVER}/channels/app/integration_action.go`;
const TRIGGER = `${SERVER}/public/model/integration_action.go`;
const APP_POST = `${SERVER}/channels/app/post.go`;
const API_COMMAND = `${SERVER}/channels/api4/command.go`;
const COMMAND = `${SERVER}/channels/app/command.go`;
const WEB = `${SERVER}/channels/web/webhook.go`;
const APP_WEBHOOK = `${SERVER}/channels/app/webhook.go`;

/** What goes wrong where an app is called back, or calls because it was. */
const callbackErrors = {
  'api.post.do_action.action_id.app_error': {
    status: 404,
    message: 'Invalid action id.',
    source: ACTION,
  },
  'api.post.do_action.action_integration.app_error': {
    status: 400,
    message: 'Action integration error.',
    source: ACTION,
  },
  'app.submit_interactive_dialog.decode_json_error': {
    status: 500,
    message: 'Encountered an error decoding JSON response from interactive dialog submission.',
    source: ACTION,
  },
  'app.submit_interactive_dialog.invalid_response': {
    status: 400,
    message: 'Encountered an invalid response from interactive dialog submission.',
    source: ACTION,
  },
  'api.post.update_post.permissions_details.app_error': {
    status: 400,
    message: 'Already deleted id={post}.',
    source: APP_POST,
  },
  'interactive_message.decode_trigger_id.base64_decode_failed': {
    status: 400,
    message: 'Failed to decode base64 for trigger ID for interactive dialog.',
    source: TRIGGER,
  },
  'interactive_message.decode_trigger_id.missing_data': {
    status: 400,
    message: 'Trigger ID missing required data for interactive dialog.',
    source: TRIGGER,
  },
  'interactive_message.decode_trigger_id.expired': {
    status: 400,
    message:
      'Trigger ID for interactive dialog is expired. Trigger IDs live for a maximum of {duration}.',
    source: TRIGGER,
  },
  'interactive_message.decode_trigger_id.base64_decode_failed_signature': {
    status: 400,
    message: 'Failed to decode base64 signature of trigger ID for interactive dialog.',
    source: TRIGGER,
  },
  'interactive_message.decode_trigger_id.signature_decode_failed': {
    status: 400,
    message: 'Failed to decode base64 signature of trigger ID for interactive dialog.',
    source: TRIGGER,
  },
  'interactive_message.decode_trigger_id.verify_signature_failed': {
    status: 400,
    message: 'Signature verification failed of trigger ID for interactive dialog.',
    source: TRIGGER,
  },
  'api.command.execute_command.start.app_error': {
    status: 400,
    message: 'No command trigger found.',
    source: API_COMMAND,
  },
  'api.command.execute_command.deleted.error': {
    status: 400,
    message: 'Can not run command in deleted channel.',
    source: API_COMMAND,
  },
  'api.command.execute_command.not_found.app_error': {
    status: 404,
    message: `Command with a trigger of '{trigger}' not found. To send a message beginning with "/", try adding an empty space at the beginning of the message.`,
    source: COMMAND,
  },
  'api.command.execute_command.failed.app_error': {
    status: 500,
    message: "Command with a trigger of '{trigger}' failed.",
    source: COMMAND,
  },
  'api.command.execute_command.failed_resp.app_error': {
    status: 500,
    message: "Command with a trigger of '{trigger}' returned response {status}.",
    source: COMMAND,
  },
  'api.command.execute_command.create_post_failed.app_error': {
    status: 500,
    message:
      "Command '{trigger}' failed to post response. Please contact your System Administrator.",
    source: COMMAND,
  },
  'web.command_webhook.parse.app_error': {
    status: 400,
    message: 'Unable to parse incoming data.',
    source: WEB,
  },
  'app.command_webhook.get.missing': {
    status: 404,
    message: 'Unable to find the webhook.',
    source: APP_WEBHOOK,
  },
  'app.command_webhook.try_use.invalid': {
    status: 400,
    message: 'Invalid webhook.',
    source: APP_WEBHOOK,
  },
} as const satisfies Record<string, Row>;

/** Everything the server may say. */
export const allErrors = { ...errors, ...callbackErrors };

export type ErrorId = keyof typeof allErrors;
