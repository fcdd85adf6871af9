import type { ActionResult, AlertRef, AuditEntry, ChatCommand } from '../alert/command';
import { toIso } from '../alert/time';
import type { RefusedCommand } from './inbound';

/** A command that came in: nothing has been done yet. */
export const auditOfCommand = (command: ChatCommand): AuditEntry => ({
  at: command.receivedAt,
  who: command.user,
  action: command.action,
  ...(command.alert && { alert: command.alert }),
  chat: command.chat,
  ...(command.channel && { channel: command.channel.id }),
  ok: true,
  code: 'received',
});

export const auditOfRefusal = (refused: RefusedCommand): AuditEntry => ({
  at: refused.receivedAt,
  who: refused.user,
  action: refused.action ?? 'unknown',
  ...(refused.alert && { alert: refused.alert }),
  chat: refused.chat,
  ...(refused.channel && { channel: refused.channel.id }),
  ok: false,
  code: refused.problem.code,
});

/** What was done, for a person in chat or for the flow itself; `now` in ms. */
export const auditOfAction = (
  done: {
    readonly action: string;
    readonly alert?: AlertRef | undefined;
    readonly command?: ChatCommand | undefined;
    readonly result: ActionResult;
  },
  now: number,
): AuditEntry => {
  const { command, result, action } = done;
  const alert = done.alert ?? command?.alert;
  return {
    at: toIso(now) ?? '',
    who: command?.user ?? { id: 'flow' },
    action,
    ...(alert && { alert }),
    ...(command && { chat: command.chat }),
    ...(command?.channel && { channel: command.channel.id }),
    ok: result.ok,
    code: result.code,
  };
};
