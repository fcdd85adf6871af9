import type { Node, NodeAPI, NodeMessage } from 'node-red';
import {
  type Clock,
  compileDecision,
  type DecisionOf,
  filterRulesFrom,
  isUndelivered,
  type Problem,
  type ReadEvent,
  readAlertEvent,
} from '../../../core/index';
import { createClock } from '../clock';
import { journalsOf } from '../journal/index';
import { ProblemError } from '../problem-error';
import type { ChatAlertDef } from './alert-def';
import {
  type ChatKind,
  type Connection,
  type ConnectionNode,
  noCredential,
  platformOf,
} from './connection';
import {
  type Delivery,
  decisionFor,
  failed,
  merged,
  preview,
  sendAlert,
  sendText,
} from './deliver';
import { Progress } from './progress';
import { createRead, type Read, readAlert } from './read-alert';
import type { Stories } from './stories';

const STOPPED =
  'The flow was stopped before the message was sent. What came in through an alert in node is sent again.';

/** Sends the messages of one node: one receipt for each, failures as errors for Catch nodes. */
export class Sender {
  private readonly read: Read;
  private readonly decide: DecisionOf;
  private readonly progress: Progress;
  private readonly stopping = new AbortController();
  private readonly clock: Clock;
  private readonly underWay = new Map<unknown, Promise<void>>();

  constructor(
    private readonly RED: NodeAPI,
    node: Node,
    private readonly config: ChatAlertDef,
    private readonly kind: ChatKind,
    private readonly stories: Stories,
  ) {
    this.read = createRead(RED, node);
    this.decide = compileDecision(filterRulesFrom({ events: config.events }));
    this.progress = new Progress(RED, node);
    this.clock = createClock(this.stopping.signal, (ms) => this.progress.retrying(ms));
  }

  /** Says before the first alert what is missing. */
  ready(): void {
    const { problem } = this.connection();
    if (problem && this.config.operation !== 'preview') this.progress.notReady(problem.code);
  }

  /** An event that comes again while it is still under way here is not sent twice. */
  async handle(message: NodeMessage, send: (message: NodeMessage) => void): Promise<void> {
    const given = readAlertEvent(message.payload);
    const id = given.ok ? given.event.id : undefined;
    const first = id === undefined ? undefined : this.underWay.get(id);
    if (!first || !this.showsInput())
      return this.track(id ?? message, this.work(message, send, given));
    // After a deploy that left this node alone, the first one is still being taken care of.
    if (message.redelivered === true) return;
    await first;
    message.delivery = merged(this.kind);
    send(message);
  }

  /** What waits stops waiting and stays in the journal; what is being sent may finish. */
  async close(): Promise<void> {
    this.stopping.abort(new Error(STOPPED));
    await Promise.allSettled(this.underWay.values());
  }

  private showsInput(): boolean {
    const { resource, operation, alertSource } = this.config;
    return resource !== 'message' && operation === 'upsert' && alertSource !== 'define';
  }

  private async track(key: unknown, work: Promise<void>): Promise<void> {
    this.underWay.set(key, work);
    try {
      await work;
    } finally {
      if (this.underWay.get(key) === work) this.underWay.delete(key);
    }
  }

  private async work(message: NodeMessage, send: (message: NodeMessage) => void, given: ReadEvent) {
    const delivery = await this.deliver(message, given).catch((thrown: unknown) => {
      if (thrown instanceof ProblemError) return failed(this.kind, thrown.problem);
      throw thrown;
    });
    const { receipt, rendered } = delivery;
    message.delivery = receipt;
    if (rendered) message.rendered = rendered;
    this.progress.ended(delivery);
    if (given.ok) await journalsOf(this.RED).settle(given.event.id);
    if (receipt.problem && isUndelivered(receipt)) throw new ProblemError(receipt.problem);
    send(message);
  }

  private async deliver(message: NodeMessage, given: ReadEvent): Promise<Delivery> {
    const { config, kind, clock } = this;
    if (config.resource === 'message') {
      const text = await this.read(config.text, config.textType, message);
      return this.inTurn('', (to) => sendText(config, kind, to, text, clock));
    }
    const event = await readAlert(config, platformOf(kind).name, message, given, this.read);
    const state = this.stories.tell(event);
    const decision = decisionFor(config, this.decide, event, message.decision);
    if (config.operation === 'preview') return preview(config, kind, state, decision);
    return this.inTurn(event.alert.id, (to) => sendAlert(config, kind, to, state, decision, clock));
  }

  /** In order for each alert, so that nobody reads `resolved` before `created`. */
  private inTurn(lane: string, work: (to: Connection) => Promise<Delivery>): Promise<Delivery> {
    const found = this.connection();
    if (found.problem) throw new ProblemError(found.problem);
    return found.connection.lanes.run(lane, async () => {
      this.stopping.signal.throwIfAborted();
      this.progress.sending();
      const delivery = await work(found.connection);
      // What a deploy cut short has not failed: the journal brings it back.
      if (isUndelivered(delivery.receipt)) this.stopping.signal.throwIfAborted();
      return delivery;
    });
  }

  private connection():
    | { readonly problem: Problem }
    | { readonly problem?: never; readonly connection: Connection } {
    const node = this.RED.nodes.getNode(this.config.connection) as ConnectionNode | null;
    if (!node?.connection) return { problem: noCredential(platformOf(this.kind)) };
    const { connection } = node;
    return connection.problem ? { problem: connection.problem } : { connection };
  }
}
