const OPEN = 'https://docs.slack.dev/reference/methods/views.open';
const UPDATE = 'https://docs.slack.dev/reference/methods/views.update';

/** The error words of the methods that show modals. */
export const viewRefusals = {
  invalid_trigger_id: { source: OPEN },
  expired_trigger_id: { source: OPEN },
  exchanged_trigger_id: { source: OPEN },
  duplicate_external_id: { source: OPEN },
  view_too_large: { source: OPEN },
  not_found: { source: UPDATE },
  hash_conflict: { source: UPDATE },
} as const;
