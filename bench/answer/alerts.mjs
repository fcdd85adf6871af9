/** Requests to one address, each with a body of its own. */
export const postTo =
  (url, headers = {}) =>
  (nth) => ({ url, headers, body: comment(nth) });

/** A comment: stored, understood and then dropped by the example's filter, so that no chat is called. */
const comment = (nth) => ({
  event_id: `${String(nth).padStart(8, '0')}${'b'.repeat(24)}`,
  event_time: Date.now(),
  event_type: 'i_comm',
  incident: {
    incident_id: '69b4c6ad3f1e5a0c7d9b2e41',
    title: 'orders-db / node_7: replication lag above 60 s',
    description: 'The replica is 94 s behind.',
    incident_severity: 'Warning',
    incident_status: 'Warning',
    progress: 'Processing',
    start_time: Math.floor(Date.now() / 1000) - 600,
    labels: { service: 'orders-db', resource: 'node_7', region: 'eu-north' },
    channel_id: 5120033170,
    channel_name: 'Shop on call',
    detail_url: 'https://console.flashcat.cloud/incident/detail/69b4c6ad3f1e5a0c7d9b2e41',
  },
});
