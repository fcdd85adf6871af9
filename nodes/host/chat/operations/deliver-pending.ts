import {
  buttonRulesFrom,
  type CardDesk,
  type ChatId,
  deliverPending,
  isUndelivered,
  type Problem,
  unsentReceipt,
} from '../../../../core/index';
import { channelProperty, forBots } from '../bot-properties';
import { buttonProperties } from '../button-properties';
import { buttonValues } from '../buttons';
import { failed } from '../destination';
import { inputJson } from '../input';
import { type Handled, type Job, type Operation, orFailed } from '../operation';
import { sendingOptions } from '../options';
import { ownDesk } from '../own-desk';
import { channelOf, destinationName } from '../places';
import { cardProperties, under } from '../properties';

/** Finishes what is still to be shown: each channel once, however many items name it. */
export const pending = (chat: ChatId): Operation => ({
  resource: 'alert',
  name: 'deliverPending',
  sends: true,
  description: under('alert', 'deliverPending', [
    ...forBots([channelProperty(chat)]),
    ...buttonProperties,
    cardProperties(chat),
  ]),
  async run(job) {
    const done = new Map<string, Handled['receipt']>();
    const handled: Handled[] = [];
    for (const index of job.context.getInputData().keys()) {
      const told = await orFailed(job, index, () => deliverFor(job, index, done));
      handled.push(...[told].flat().map((one) => ({ ...one, index })));
    }
    return handled;
  },
});

async function deliverFor(
  job: Job,
  index: number,
  done: Map<string, Handled['receipt']>,
): Promise<Handled | readonly Handled[]> {
  const { context, destination, store } = job;
  const json = inputJson(context, index);
  if (!store) return failed(destination, { json, problem: noStore });
  const to = channelOf(job, index);
  const name = destinationName(job, to);
  if ('destination' in json && json.destination !== name) {
    const reasons = ['This item is about another channel or credential than this node.'];
    return { json, receipt: unsentReceipt(destination, { receipt: 'skipped', reasons }) };
  }
  const options = sendingOptions(context, index, destination.chat);
  const known = done.get(name);
  if (known) return { json, receipt: known };
  const rules = buttonRulesFrom(buttonValues(context, index), job.keys);
  if ('problem' in rules) return failed(destination, { json, problem: rules.problem });
  const desk = { destination: name, to, buttons: rules.rules, ...options };
  const { receipt, refused } = await drained(job, desk);
  done.set(name, receipt);
  return [{ json, receipt }, ...refused];
}

interface Drained {
  readonly receipt: Handled['receipt'];
  /** Alerts that the chat will not show: whoever stands behind the error output gets them. */
  readonly refused: readonly Handled[];
}

async function drained(job: Job, own: Parameters<typeof ownDesk>[1]): Promise<Drained> {
  const refused: Handled[] = [];
  let shown = 0;
  const onShown: CardDesk['onShown'] = ({ story }, receipt) => {
    if (isUndelivered(receipt)) refused.push({ json: story.latest, receipt });
    else shown += 1;
  };
  const result = await deliverPending({ ...ownDesk(job, own), onShown });
  return { receipt: receiptOf(job, result, shown), refused };
}

function receiptOf(
  { destination, store }: Job,
  result: Awaited<ReturnType<typeof deliverPending>>,
  shown: number,
): Handled['receipt'] {
  const receipt = (kind: Handled['receipt']['receipt'], more: object) =>
    unsentReceipt(destination, { receipt: kind, ...more });
  if (!result) return receipt('failed', { problem: noChannel });
  if (result.broken) return receipt('failed', { problem: store?.api.trouble ?? brokenStore });
  if (result.left) {
    const { retryAfterMs, problem } = result.left;
    const reasons = [
      `${shown} shown; the rest has to wait.`,
      ...(problem ? [problem.message] : []),
    ];
    return receipt('deferred', { retryAfterMs, reasons });
  }
  if (result.busy) return receipt('merged', { reasons: ['Another execution is at it already.'] });
  return shown === 0
    ? receipt('skipped', { reasons: ['Nothing was pending.'] })
    : receipt('updated', { reasons: [`${shown} ${shown === 1 ? 'alert' : 'alerts'} shown.`] });
}

const noStore: Problem = {
  code: 'store.missing',
  message: 'No store is chosen, so nothing can be pending.',
  hint: "Choose the credential 'Alertwire Store API' in this node and in those that send.",
};

const brokenStore: Problem = {
  code: 'store.refused',
  message: 'The store did not answer.',
  hint: "Test the credential 'Alertwire Store API'.",
};

const noChannel: Problem = {
  code: 'delivery.no_channel',
  message: 'No channel is chosen.',
  hint: 'Choose a channel in this node, or enter its ID.',
};
