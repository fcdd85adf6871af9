import { type Channel, TEAM } from './world';

const MADE_AT = 1_570_000_000_000;

/** A channel as the API tells it. */
export function toldChannel({ id, type, name, display_name, archived }: Channel) {
  return {
    id,
    create_at: MADE_AT,
    update_at: MADE_AT,
    delete_at: archived ? MADE_AT + 1 : 0,
    team_id: type === 'D' ? '' : TEAM.id,
    type,
    display_name,
    name,
    header: '',
    purpose: '',
    last_post_at: 0,
    total_msg_count: 0,
    extra_update_at: 0,
    creator_id: '',
    scheme_id: null,
    props: null,
    group_constrained: null,
    shared: null,
    total_msg_count_root: 0,
    policy_id: null,
    last_root_post_at: 0,
  };
}
