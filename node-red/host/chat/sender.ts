import type { Node, NodeAPI, NodeMessage } from 'node-red';
import {
  type AlertEvent,
  type Asked,
  type Clock,
  compileDecision,
  type DecisionOf,
  filterRulesFrom,
  isUndelivered,
  type ReadEvent,
  type Receipt,
  readAlertEvent,
} from '../../../core/index';
import { createClock } from '../clock';
import { guard } from '../guard';
import { journalsOf } from '../journal/index';
import { type Outbox, outboxOf } from '../outbox/index';
import { ProblemError } from '../problem-error';
import { createRead, type Read } from '../typed-text';
import type { ChatAlertDef } from './alert-def';
import { Answers } from './answers';
import { type Buttons, buttonsOf } from './buttons';
import { CardSender } from './card-sender';
import { type ChatKind, platformOf } from './connection';
import { type Delivery, decisionFor, failed, merged, preview } from './deliver';
import { operationOf } from './operations';
import { readChannel } from './place';
import { Progress } from './progress';
import { find, type Reached, reach } from './reached';
import { readAlert } from './read-alert';
import { saidOf } from './said';
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
  private readonly outbox: Outbox;
  private readonly buttons: Buttons;
  private readonly cards: CardSender;
  private readonly answers: Answers;
  private readonly underWay = new Map<unknown, Promise<void>>();
  private count = 0;

  constructor(
    private readonly RED: NodeAPI,
    private readonly node: Node,
    private readonly config: ChatAlertDef,
    private readonly kind: ChatKind,
    private readonly stories: Stories,
  ) {
    const { signal } = this.stopping;
    this.read = createRead(RED, node);
    this.decide = compileDecision(filterRulesFrom({ events: config.events }));
    this.progress = new Progress(RED, node);
    this.clock = createClock(signal, (ms) => this.progress.retrying(ms));
    this.outbox = outboxOf(RED);
    this.buttons = buttonsOf(RED, config);
    const { clock, outbox, buttons } = this;
    this.cards = new CardSender({
      id: node.id,
      config,
      kind,
      buttons: buttons.rules,
      outbox,
      clock,
      stopping: signal,
      reached: () => {
        const found = find(RED, config, kind);
        return 'problem' in found ? undefined : found;
      },
      tell: (event, receipt) => this.tell(event, receipt),
    });
    this.answers = new Answers(config, kind, clock, buttons.keys, saidOf(RED), () =>
      find(RED, config, kind),
    );
    if (this.keepsCards()) this.outbox.attach(this.cards);
  }

  /** Says before the first alert what is missing. */
  ready(): void {
    const found = find(this.RED, this.config, this.kind);
    const { problem } = this.buttons;
    if (problem && this.showsButtons()) this.progress.notReady(problem.code);
    else if ('connection' in found) this.checkStore(found);
    else if (this.config.operation !== 'preview') this.progress.notReady(found.problem.code);
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
    const answer = await this.answerTo(this.answers.asked(message), message, given);
    await first;
    message.delivery = receiptOf({ receipt: merged(this.kind), answer });
    send(message);
  }

  /** What waits stops waiting and stays in the journal or the outbox; what is being sent may finish. */
  async close(): Promise<void> {
    this.outbox.detach(this.cards);
    this.stopping.abort(new Error(STOPPED));
    await Promise.allSettled(this.underWay.values());
  }

  private keepsCards(): boolean {
    const { resource, operation } = this.config;
    return resource !== 'message' && (operation === 'upsert' || operation === 'deliverPending');
  }

  private showsButtons(): boolean {
    return this.keepsCards() || this.config.operation === 'preview';
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
    const asked = this.answers.asked(message);
    const leftAlone = this.answers.leftAlone(asked, given.ok);
    const delivering = leftAlone ?? this.attempt(message, given);
    const answering = this.answerTo(asked, message, given);
    const [shown, answer] = await Promise.all([delivering, answering]);
    const delivery = { ...shown, answer };
    // The outbox brings it to its end after the deploy, and says so in a message of its own.
    if (delivery.receipt.receipt === 'deferred' && this.stopping.signal.aborted) return;
    if (given.ok) await journalsOf(this.RED).settle(given.event.id);
    this.emit(message, delivery, send);
  }

  private answerTo(asked: Asked | undefined, message: NodeMessage, given: ReadEvent) {
    return this.answers.tell(asked, async () => {
      const channel = await readChannel(this.config, this.kind, message, this.read);
      return given.ok ? this.cards.storyOf(channel, given.event) : undefined;
    });
  }

  private attempt(message: NodeMessage, given: ReadEvent): Promise<Delivery> {
    return this.deliver(message, given).catch((thrown: unknown) => {
      if (thrown instanceof ProblemError) return failed(this.kind, thrown.problem);
      throw thrown;
    });
  }

  private emit(message: NodeMessage, delivery: Delivery, send: (message: NodeMessage) => void) {
    const { receipt, rendered, answer } = delivery;
    message.delivery = receiptOf(delivery);
    if (rendered) message.rendered = rendered;
    this.progress.ended(delivery, this.storeTrouble());
    // Kept for later is not told now: whoever catches it can tell people in another way.
    const late = receipt.receipt === 'deferred' || isUndelivered(receipt);
    if (receipt.problem && late) throw new ProblemError(receipt.problem);
    if (answer?.problem && isUndelivered(answer)) {
      if (receipt.receipt === 'skipped') throw new ProblemError(answer.problem);
      this.node.warn(new ProblemError(answer.problem).message);
    }
    send(message);
  }

  /** What became of an alert whose message is not waiting any more: a message of its own. */
  private tell(event: AlertEvent, receipt: Receipt): void {
    const message: NodeMessage = { topic: event.alert.id, payload: event };
    void guard(
      () => this.emit(message, { receipt }, (sent) => this.node.send(sent)),
      (error) => this.node.error(error, message),
    );
  }

  private async deliver(message: NodeMessage, given: ReadEvent): Promise<Delivery> {
    const { config, kind, read, clock } = this;
    const operation = operationOf(config);
    if (operation) {
      const prepared = await operation({ config, kind, message, given, read, clock });
      return this.inTurn('', prepared);
    }
    const channel = await readChannel(config, kind, message, read);
    const { problem, rules } = this.buttons;
    if (problem) throw new ProblemError(problem);
    if (config.operation === 'deliverPending')
      return this.inTurn('pending', (to) => this.cards.deliverPending(to, channel));
    const event = await readAlert(config, platformOf(kind).name, message, given, read);
    const decision = decisionFor(config, this.decide, event, message.decision);
    if (config.operation === 'preview')
      return preview(config, kind, this.stories.tell(event), decision, rules);
    const kept = () => void journalsOf(this.RED).settle(event.id);
    this.count += 1;
    return this.inTurn(`card ${this.node.id} ${this.count}`, (to) =>
      this.cards.deliver(to, channel, event, decision, kept),
    );
  }

  /** Cards have an order of their own; other messages go one after the other. */
  private async inTurn(lane: string, work: (to: Reached) => Promise<Receipt>): Promise<Delivery> {
    const reached = reach(this.RED, this.config, this.kind);
    return reached.connection.lanes.run(lane, async () => {
      this.stopping.signal.throwIfAborted();
      this.progress.sending();
      const receipt = await work(reached);
      // What a deploy cut short has not failed: the journal brings it back.
      if (isUndelivered(receipt)) this.stopping.signal.throwIfAborted();
      return { receipt };
    });
  }

  private checkStore({ cards }: Reached): void {
    if (!this.keepsCards()) return;
    void guard(
      () => cards.store.all(),
      () => this.progress.noStore(),
    );
  }

  private storeTrouble(): boolean {
    const found = find(this.RED, this.config, this.kind);
    return this.keepsCards() && 'cards' in found && found.cards.health.reason !== undefined;
  }
}

const receiptOf = ({ receipt, answer }: Delivery) => (answer ? { ...receipt, answer } : receipt);
