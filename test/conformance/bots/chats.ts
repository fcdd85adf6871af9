import type { ChatId } from '../../../core/chat/registry';
import type { Credential } from '../../../core/http/types';
import type { Bot } from '../../../sandbox/index';
import { refuse as refuseByMattermost } from '../../../sandbox/mattermost/api/answer';
import { type ErrorId, errors } from '../../../sandbox/mattermost/api/errors';
import {
  type ApiCode,
  apiCodes,
  refuse as refuseBySlack,
} from '../../../sandbox/slack/api/refusal';
import { dingtalk } from './dingtalk';
import { teams } from './teams';

/** Where bots may differ; everything else is asked of all of them alike. Names are the sandbox's. */
export interface BotFacts {
  /** A bot that may do all that a bot needs. */
  readonly able: string;
  readonly credential: (bot: Bot) => Credential;
  /** Parts of such a credential that open nothing. */
  readonly open: readonly string[];
  /** Two channels with the bot in them, the second a private one where there is such a thing. */
  readonly channel: string;
  readonly other: string;
  readonly person: {
    /** As a place. */
    readonly id: string;
    /** The conversation with the person. */
    readonly channel: string;
    /** As the sandbox names who alone sees a message; that channel unless told. */
    readonly name?: string;
    /** Where the chat finds people by their address: whom `mentions` would name then. */
    readonly email?: { readonly address: string; readonly mention: string };
  };
  /** A bot that may write what one person sees; where the chat has such messages. */
  readonly whisperer?: string;
  /** Where replies hang below the message they answer. */
  readonly threads: boolean;
  /** What a sender learns of a message that was deleted. */
  readonly gone: string;
  /** Replies below a message that was deleted still arrive. */
  readonly outlived?: true;
  /** What it learns where the chat has no way to delete a card. */
  readonly kept?: string;
  /** A channel is named as the sandbox's bots list it, or by an id that nobody has. */
  readonly refusals: readonly {
    readonly why: string;
    readonly bot: string;
    readonly channel: string;
    readonly code: string;
  }[];
  /** The code for a credential that never was one. */
  readonly wrongToken: string;
  /** Everything the platform may say to a post, and the code it becomes; none where it is a success. */
  readonly says: readonly {
    readonly status: number;
    readonly body: string;
    readonly code: string | undefined;
  }[];
  /** What the chat lists. */
  readonly lists: {
    /** What a search begins with, where a list is of one team or channel; without it, nothing is listed. */
    readonly within?: string;
    readonly channel?: { readonly search: string; readonly name: string };
    readonly closed?: string;
    readonly person?: { readonly search: string; readonly id: string };
  };
}

const refusal = (why: string, bot: string, channel: string, code: string) => ({
  why,
  bot,
  channel,
  code,
});

const slackCode = (code: ApiCode): string | undefined => {
  if (code === 'rate_limited') return 'delivery.rate_limited';
  // The bot lets itself in, and posts.
  return code === 'not_in_channel' ? undefined : `slack.${code}`;
};

const MATTERMOST_CODES: Readonly<Partial<Record<ErrorId, string>>> = {
  'api.context.404.app_error': 'not_found',
  'api.context.session_expired.app_error': 'session_expired',
  'api.context.token_provided.app_error': 'session_expired',
  'api.context.request_body_too_large.app_error': 'too_large',
  'api.context.permissions.app_error': 'no_permission',
  'api.context.invalid_body_param.app_error': 'bad_request',
  'api.context.invalid_url_param.app_error': 'bad_request',
  'api.context.invalid_param.app_error': 'bad_request',
  'api.post.post_priority.priority_post_only_allowed_for_root_post.request_error': 'priority',
  'license_error.feature_unavailable': 'priority',
  'api.post.create_post.can_not_post_to_deleted.error': 'archived',
  'api.post.create_post.root_id.app_error': 'post_not_found',
  'api.post.create_post.channel_root_id.app_error': 'post_not_found',
  'app.post.save.existing.app_error': 'bad_request',
  'model.post.is_valid.message_length.app_error': 'too_long',
  'model.post.is_valid.type.app_error': 'bad_request',
  'api.post.update_post.can_not_update_post_in_deleted.error': 'archived',
  'api.post.patch_post.can_not_update_post_in_deleted.error': 'archived',
  'api.post.delete_post.can_not_delete_post_in_deleted.error': 'archived',
  'api.post.delete_post.not_enabled.app_error': 'not_enabled',
  'app.post.get.app_error': 'post_not_found',
  'app.channel.get.existing.app_error': 'channel_not_found',
  'app.channel.get_by_name.missing.app_error': 'channel_not_found',
  'app.team.get_by_name.missing.app_error': 'channel_not_found',
  'app.channel.get_member.missing.app_error': 'not_in_channel',
  'api.channel.create_direct_channel.invalid_user.app_error': 'user_not_found',
  'app.user.missing_account.const': 'user_not_found',
  'api.user.get_user_by_email.permissions.app_error': 'no_permission',
  'app.user.get_by_username.app_error': 'user_not_found',
};

/** Every chat of the registry. */
export const BOT_FACTS: Readonly<Record<ChatId, BotFacts>> = {
  slack: {
    able: 'Alertwire',
    credential: ({ baseUrl, credential }) => ({
      accessToken: credential.botToken ?? '',
      baseUrl,
    }),
    open: ['/slack/api'],
    channel: '#ops-alerts',
    other: '#night-shift',
    person: {
      id: 'U0PRIYARAM',
      channel: '@priya.raman',
      email: { address: 'priya.raman@example.com', mention: 'U0PRIYARAM' },
    },
    whisperer: 'Alertwire',
    threads: true,
    gone: 'slack.message_not_found',
    refusals: [
      refusal('a revoked token', 'Removed', '#ops-alerts', 'slack.account_inactive'),
      refusal('a token that is too old', 'Rotated', '#ops-alerts', 'slack.token_expired'),
      refusal('a missing scope', 'Onlooker', '#ops-alerts', 'slack.missing_scope'),
      refusal('an unknown channel', 'Alertwire', 'C0NOWHERE1', 'slack.channel_not_found'),
      refusal('no invitation', 'Newcomer', '#ops-alerts', 'slack.not_in_channel'),
      refusal('a private channel', 'Alertwire', '#board-room', 'slack.channel_not_found'),
      refusal('an archived channel', 'Alertwire', '#launch-2019', 'slack.is_archived'),
      refusal(
        'a read-only channel',
        'Alertwire',
        '#announcements',
        'slack.restricted_action_read_only_channel',
      ),
    ],
    wrongToken: 'slack.invalid_auth',
    says: apiCodes.map((code) => {
      const { answer } = refuseBySlack({ code, reason: 'No.' }, { headers: {}, warnings: [] });
      return { ...answer, code: slackCode(code) };
    }),
    lists: {
      channel: { search: 'night', name: 'night-shift' },
      person: { search: 'raman', id: 'U0PRIYARAM' },
    },
  },
  mattermost: {
    able: 'alertwire',
    credential: ({ baseUrl, credential }) => ({
      baseUrl,
      accessToken: credential.accessToken ?? '',
    }),
    open: ['mattermost'],
    channel: 'ops-alerts',
    other: 'night-shift',
    person: {
      id: 'ada',
      channel: '@ada',
      email: { address: 'ada@sandbox.example', mention: 'ada' },
    },
    whisperer: 'concierge',
    threads: true,
    gone: 'mattermost.post_not_found',
    refusals: [
      refusal('a revoked token', 'former', 'ops-alerts', 'mattermost.session_expired'),
      refusal('a role without rights', 'listener', 'ops-alerts', 'mattermost.no_permission'),
      refusal(
        'an unknown channel',
        'alertwire',
        'nobodyknowsthisidnobodykno',
        'mattermost.channel_not_found',
      ),
      refusal('no invitation', 'alertwire', 'announcements', 'mattermost.not_in_channel'),
      refusal('a private channel', 'alertwire', 'boardroom', 'mattermost.not_in_channel'),
      refusal('an archived channel', 'alertwire', 'launch-2019', 'mattermost.archived'),
    ],
    wrongToken: 'mattermost.session_expired',
    says: (Object.keys(errors) as ErrorId[]).map((id) => ({
      ...refuseByMattermost({ id, reason: 'No.' }).answer,
      code: `mattermost.${MATTERMOST_CODES[id]}`,
    })),
    lists: {
      channel: { search: 'night', name: 'Night shift' },
      closed: 'Announcements',
      person: { search: 'ada', id: 'ada' },
    },
  },
  teams,
  dingtalk,
};
