import { z } from 'zod';
import { isLoopback } from '../../server/loopback';

/** https://api.ilert.com/api-docs/#tag/alert-actions; alert-auto-resolved is in ilert-go only. */
const TRIGGER_TYPES = [
  'alert-created',
  'alert-assigned',
  'alert-auto-escalated',
  'alert-acknowledged',
  'alert-raised',
  'alert-comment-added',
  'alert-escalation-ended',
  'alert-resolved',
  'alert-auto-resolved',
  'alert-responder-added',
  'alert-responder-removed',
  'alert-channel-attached',
  'alert-channel-detached',
  'v-alert-not-resolved',
] as const;

/** The types of alert actions that need no connector; of them only webhooks do something here. */
const TYPES = [
  'webhook',
  'email',
  'zapier',
  'slack_webhook',
  'microsoft_teams_webhook',
  'google_chat_webhook',
  'telegram',
  'automation_rule',
] as const;

const header = z.looseObject({ key: z.string().min(1), value: z.string() });

const params = z.looseObject({
  webhookUrl: z.string().optional(),
  bodyTemplate: z.string().nullish(),
  headers: z.array(header).nullish(),
});

const shape = z.looseObject({
  name: z.string().min(1, 'It must not be empty'),
  connectorType: z.enum(TYPES),
  connectorId: z.string().nullish(),
  triggerMode: z.enum(['AUTOMATIC', 'MANUAL']).default('AUTOMATIC'),
  triggerTypes: z.array(z.enum(TRIGGER_TYPES)).nullish(),
  escalationEndedDelaySec: delay(30).nullish(),
  notResolvedDelaySec: delay(60).nullish(),
  alertSources: z.array(z.looseObject({ id: z.int() })).nullish(),
  /** What API version 1 had in its place. */
  alertSourceIds: z.array(z.int()).nullish(),
  conditions: z.string().nullish(),
  teams: z.array(z.looseObject({ id: z.int() })).nullish(),
  params: params.nullish(),
});

export const actionBody = shape.superRefine((action, context) => {
  const object = (path: string[], message: string) =>
    context.addIssue({ code: 'custom', path, message });
  const { triggerTypes, escalationEndedDelaySec, notResolvedDelaySec } = action;
  const types: readonly string[] = triggerTypes ?? [];
  if (escalationEndedDelaySec != null && !types.includes('alert-escalation-ended')) {
    object(['escalationEndedDelaySec'], 'Only with the trigger type alert-escalation-ended');
  }
  if (notResolvedDelaySec != null && !types.includes('v-alert-not-resolved')) {
    object(['notResolvedDelaySec'], 'Only with the trigger type v-alert-not-resolved');
  }
  if (action.connectorType === 'webhook') {
    const flaw = urlFlaw(action.params?.webhookUrl);
    if (flaw) object(['params', 'webhookUrl'], flaw);
  }
});

export type ActionBody = z.output<typeof actionBody>;

/** https://registry.terraform.io/providers/iLert/ilert/latest/docs/resources/alert_action */
function delay(least: number) {
  return z
    .int()
    .refine(
      (seconds) => seconds === 0 || (seconds >= least && seconds <= 7200),
      `It is 0, or from ${least} to 7200`,
    );
}

function urlFlaw(address: string | undefined): string | undefined {
  if (!address) return 'It is missing';
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) return 'It is no http or https URL';
  return isLoopback(url.hostname) ? undefined : 'The sandbox posts to this machine only';
}
