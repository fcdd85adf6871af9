import type { Desk } from '../server/desk';
import { Workspace } from './api/workspace';
import { ResponseUrls } from './people/response-urls';
import { Triggers } from './people/triggers';
import { Gateway } from './socket/gateway';
import { Views } from './views/views';

/** What one running stand-in of Slack remembers. */
export interface World {
  desk: Desk;
  workspace: Workspace;
  triggers: Triggers;
  responses: ResponseUrls;
  views: Views;
  gateway: Gateway;
}

export function createWorld(desk: Desk): World {
  const { now } = desk;
  return {
    desk,
    workspace: new Workspace(now),
    triggers: new Triggers(now),
    responses: new ResponseUrls(now),
    views: new Views(desk),
    gateway: new Gateway(desk),
  };
}

export function clearWorld({ workspace, triggers, responses, views }: World): void {
  for (const memory of [workspace, triggers, responses, views]) memory.clear();
}
