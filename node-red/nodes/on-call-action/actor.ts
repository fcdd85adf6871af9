import type { Node, NodeAPI, NodeMessage } from 'node-red';
import {
  type ActionOutcome,
  auditOfAction,
  type ChatCommand,
  listOnCallPlatforms,
  type Problem,
  performAction,
  readAlertEvent,
} from '../../../core/index';
import { createClock } from '../../host/clock';
import { journalsOf } from '../../host/journal/index';
import { connectionNode, reachOnCall } from '../../host/oncall/reached';
import { ProblemError } from '../../host/problem-error';
import { createRead, type Read } from '../../host/typed-text';
import type { OnCallActionDef } from './action-def';
import { type Given, type Order, orderOf } from './order';
import { Progress } from './progress';

const STOPPED =
  'The flow was stopped before the action was done. What came in through an alert in node is sent again.';

type Send = (message: NodeMessage) => void;

/** Does what messages ask for: one message out for each that is done. */
export class Actor {
  private readonly read: Read;
  private readonly progress: Progress;
  private readonly stopping = new AbortController();
  /** By the event they are about, where there is one. */
  private readonly underWay = new Map<unknown, Promise<void>>();

  constructor(
    private readonly RED: NodeAPI,
    private readonly node: Node,
    private readonly config: OnCallActionDef,
  ) {
    this.read = createRead(RED, node);
    this.progress = new Progress(RED, node);
  }

  /** Says before the first message what is missing. */
  ready(): void {
    const { platform } = this.config;
    const asked = platform === 'input' ? (this.open()[0] ?? '') : platform;
    const found = this.reach(asked);
    if ('problem' in found) this.progress.notReady(found.problem.code);
  }

  async handle(message: NodeMessage, send: Send): Promise<void> {
    const read = readAlertEvent(message.payload);
    const event = read.ok ? read.event : undefined;
    // After a deploy that left this node alone, the first one is still being taken care of.
    if (message.redelivered === true && event && this.underWay.has(event.id)) return;
    const given = { message, command: commandIn(message), event, open: this.open() };
    const key = event?.id ?? message;
    const work = this.work(given, send);
    this.underWay.set(key, work);
    try {
      await work;
    } finally {
      if (this.underWay.get(key) === work) this.underWay.delete(key);
    }
  }

  /** What has begun comes to its end; nothing waits for a platform that is away. */
  async close(): Promise<void> {
    this.stopping.abort(new Error(STOPPED));
    await Promise.allSettled(this.underWay.values());
  }

  /** What somebody in a chat asked for fails as a result, everything else as an error. */
  private async work(given: Given, send: Send): Promise<void> {
    const { message, command, event } = given;
    const order = await orderOf(this.config, given, this.read);
    const outcome = 'problem' in order ? notDone(order.problem) : await this.act(order, given);
    // The journal brings back what a deploy cut short.
    if (event && !this.stopping.signal.aborted) await journalsOf(this.RED).settle(event.id);
    const { result } = outcome;
    if (!result.ok) this.stopping.signal.throwIfAborted();
    const about = 'problem' in order ? { action: command?.action ?? '' } : order;
    tell(message, outcome);
    message.audit = auditOfAction({ ...about, command, result }, Date.now());
    this.progress.ended(about.action, result);
    if (!result.ok && !command) throw new ProblemError({ hint: '', ...result });
    send(message);
  }

  private async act(order: Order, { command, event }: Given): Promise<ActionOutcome> {
    const found = this.reach(order.platform);
    if ('problem' in found) return notDone(found.problem);
    this.progress.doing(order.action);
    const { http, credential } = found.connection;
    const { attribute, language } = this.config;
    const commandId = command?.id ?? (event && this.nameOf(event.id, order));
    return performAction({
      ...order,
      http,
      credential,
      clock: createClock(this.stopping.signal),
      attribute: attribute === true,
      language: command?.language ?? language,
      by: command?.user,
      commandId,
    });
  }

  /** The same for a message that comes again. */
  private nameOf(event: string, order: Order): string {
    return `${this.node.id} ${event} ${JSON.stringify(order.arguments)}`;
  }

  private reach(platform: string) {
    return reachOnCall(this.RED, platform, this.config[platform]);
  }

  private open(): readonly string[] {
    return listOnCallPlatforms()
      .map(({ id }) => id)
      .filter((id) => connectionNode(this.RED, id, this.config[id]) !== undefined);
  }
}

/** Puts into a message what came of it; without an alert, what was asked for is the payload. */
const tell = (message: NodeMessage, { result, event, data }: ActionOutcome): void => {
  message.result = result;
  if (data === undefined) delete message.data;
  else message.data = data;
  if (event) message.topic = event.alert.id;
  message.payload = event ?? data ?? message.payload;
};

const notDone = (problem: Problem): ActionOutcome => ({ result: { ok: false, ...problem } });

const commandIn = ({ command }: NodeMessage): ChatCommand | undefined =>
  typeof command === 'object' && command !== null && 'action' in command && 'user' in command
    ? (command as ChatCommand)
    : undefined;
