import type { AlertEvent } from '../alert/event';
import type { ParsedWebhook, ParseOptions } from './platform';
import { copyRaw } from './raw';

interface Understood {
  readonly platform: string;
  /** The platform's name of the event, where nobody here has heard of it. */
  readonly unknownEvent?: string | undefined;
  readonly namesAlert: boolean;
}

/** What becomes of a webhook that tells one event of one alert. */
export const oneEvent = (
  event: AlertEvent,
  body: unknown,
  { includeRaw = true }: ParseOptions,
  { platform, unknownEvent, namesAlert }: Understood,
): ParsedWebhook => ({
  events: [{ ...event, platformName: platform, ...(includeRaw && { raw: copyRaw(body) }) }],
  warnings: [
    ...(unknownEvent === undefined ? [] : [unknown(platform, unknownEvent)]),
    ...(namesAlert ? [] : [`The webhook of ${platform} names no alert.`]),
  ],
});

const unknown = (platform: string, rawType: string): string =>
  `${platform} sent "${rawType.slice(0, 80)}", an event that is not known here; it is passed on as "other".`;
