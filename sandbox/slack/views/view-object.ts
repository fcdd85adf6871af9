import type { JsonObject } from '../../judging/shape';
import { TEAM } from '../api/apps';
import { withIds } from '../identified';
import type { OpenView } from './views';

/** https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
export function viewObject(view: OpenView, values: JsonObject = {}): JsonObject {
  const { id, app, given, hash, rootId, below } = view;
  const { blocks, title, close = null, submit = null } = given;
  const { callback_id = '', private_metadata = '', external_id = '' } = given;
  const { clear_on_close = false, notify_on_close = false } = given;
  return {
    id,
    team_id: TEAM.id,
    type: 'modal',
    blocks: withIds(blocks, 'v'),
    private_metadata,
    callback_id,
    state: { values },
    hash,
    title,
    clear_on_close,
    notify_on_close,
    close,
    submit,
    previous_view_id: below?.id ?? null,
    root_view_id: rootId,
    app_id: app.appId,
    external_id,
    app_installed_team_id: TEAM.id,
    bot_id: app.botId,
  };
}
