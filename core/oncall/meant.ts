import type { AlertRef, ChatCommand } from '../alert/command';
import type { AlertEvent } from '../alert/event';

/** The alert that is named, the one of the command, or the one the input is about. */
export const alertMeant = (
  named: string,
  command: ChatCommand | undefined,
  event: AlertEvent | undefined,
): AlertRef | undefined => {
  if (named !== '') return { id: named, ...(event && { platform: event.platform }) };
  if (command?.alert) return command.alert;
  if (!event) return undefined;
  const { platform, account, alert } = event;
  return {
    platform,
    id: alert.id,
    ...(account !== undefined && { account }),
    ...(alert.key !== undefined && { key: alert.key }),
  };
};

/**
 * Of a number that somebody typed it is not said where; with one platform that can be reached
 * (`open`) there is no doubt.
 */
export const platformMeant = (
  alert: AlertRef | undefined,
  open: readonly string[],
): string | undefined => alert?.platform ?? (open.length === 1 ? open[0] : undefined);
