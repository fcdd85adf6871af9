import type { ChatSettings } from '../platform';
import { Channels } from './api/channels';
import { Posts } from './api/posts';
import { AllowedConnections } from './people/allowed-connections';
import { CommandHooks } from './people/command-hooks';
import { Dialogs } from './people/dialogs';
import { Triggers } from './people/triggers';

/** Everything one running server knows. */
export interface Server {
  settings: ChatSettings;
  posts: Posts;
  channels: Channels;
  /** The clicks and commands that may open a dialog. */
  triggers: Triggers;
  dialogs: Dialogs;
  /** The `response_url`s of commands. */
  commandHooks: CommandHooks;
  allowed: AllowedConnections;
  /** Where it is reached, as its administrator has set it up. */
  siteUrl(): string;
  reset(): void;
}

export function createServer(settings: ChatSettings): Server {
  const { now } = settings;
  const kept = {
    posts: new Posts(),
    channels: new Channels(),
    triggers: new Triggers(now),
    dialogs: new Dialogs(),
    commandHooks: new CommandHooks(now),
    allowed: new AllowedConnections(),
  };
  return {
    ...kept,
    settings,
    siteUrl: () => `${settings.desk.origin}/mattermost`,
    reset: () => {
      for (const each of Object.values(kept)) each.clear();
    },
  };
}
