import { type HookRow, hookTable } from '../judging/hook-table';
import type { Address } from '../platform';
import type { RefusalCode } from './refusal';

const SIGNED = '?api-version=1&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=';
const UNSIGNED = '?api-version=1';
const OLD = '?api-version=2016-06-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=';

const current = (id: string, query: string) =>
  `/powerautomate/automations/direct/workflows/${id}/triggers/manual/paths/invoke${query}`;
const former = (id: string, query: string) =>
  `/workflows/${id}/triggers/manual/paths/invoke${query}`;

/** The flows that exist. Their signatures open nothing but this sandbox. */
export const hooks = hookTable<HookRow<RefusalCode>>('teams', [
  {
    channel: 'Ops alerts',
    address: current(
      '5a4d0b0e5a4d4b0ea11e27b10c0f0001',
      `${SIGNED}sandboxOpsAlertsSignatureOfTheFlow000000001`,
    ),
    note: 'Takes messages.',
  },
  {
    channel: 'Platform',
    address: former(
      '5a4d0b0e5a4d4b0ea11e27b10c0f0002',
      `${OLD}sandboxPlatformSignatureOfTheFlow000000002`,
    ),
    note: 'Takes messages; an address from before 2025.',
  },
  {
    channel: 'Bot removed',
    address: current(
      '5a4d0b0e5a4d4b0ea11e27b10c0f0007',
      `${SIGNED}sandboxRemovedSignatureOfTheFlow0000000007`,
    ),
    refusal: 'BotNotInConversationRoster',
    note: 'The flow runs, and may not post to its channel any more.',
  },
  {
    channel: 'Payments',
    address: current(
      '5a4d0b0e5a4d4b0ea11e27b10c0f0003',
      `${SIGNED}sandboxPaymentsSignatureOfTheFlow000000003`,
    ),
    refusal: 'WorkflowTriggerIsNotEnabled',
    note: 'The flow was switched off.',
  },
  {
    channel: 'Launch 2019',
    address: current(
      '5a4d0b0e5a4d4b0ea11e27b10c0f0004',
      `${SIGNED}sandboxLaunchSignatureOfTheFlow00000000004`,
    ),
    refusal: 'WorkflowNotFound',
    note: 'The flow was deleted.',
  },
  {
    channel: 'Tenant only',
    address: current('5a4d0b0e5a4d4b0ea11e27b10c0f0005', UNSIGNED),
    refusal: 'DirectApiAuthorizationRequired',
    note: 'Only people of the tenant may trigger the flow: its address has no signature.',
  },
  {
    channel: 'Timesheets',
    address: current(
      '5a4d0b0e5a4d4b0ea11e27b10c0f0006',
      `${SIGNED}sandboxTimesheetsSignatureOfTheFlow0000006`,
    ),
    refusal: 'TriggerInputSchemaMismatch',
    note: 'The trigger of the flow expects another kind of body.',
  },
]);

const paths = hooks.list('').map(({ url }) => new URL(url, 'http://sandbox').pathname);

/** Is there a flow at this path, whatever the signature says? */
export function isFlow({ path }: Address): boolean {
  return paths.includes(`/teams${path.replace(/\/$/, '')}`);
}
