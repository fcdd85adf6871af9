import {
  buttonRulesFrom,
  type CardDesk,
  type CardItem,
  deliverCards,
  type Receipt,
  unsentReceipt,
} from '../../../core/index';
import { alertOf, notShown } from './alert';
import { type ButtonValues, buttonValues } from './buttons';
import { type Handled, type Job, orFailed } from './operation';
import { sendingOptions } from './options';
import { ownDesk } from './own-desk';
import { channelOf, destinationName, messageRefOf } from './places';

interface Planned {
  readonly index: number;
  readonly json: object;
  readonly item: CardItem;
  /** What all items have in common that are brought to the chat together. */
  readonly setup: Setup;
}

type Setup = Pick<
  CardDesk,
  'destination' | 'to' | 'options' | 'mode' | 'mentionAssignees' | 'rate'
> & {
  readonly maxWaitMs: number;
  /** As the form holds them: this is written as a text to be compared, and keys are not. */
  readonly wanted: ButtonValues;
};

/** All items of one destination at once: they are read, written down and shown together. */
export async function upsertCards(job: Job): Promise<readonly Handled[]> {
  const plans: (Planned | Handled)[] = [];
  for (const index of job.context.getInputData().keys())
    plans.push(await orFailed(job, index, () => planned(job, index)));
  const receipts = new Map<number, Receipt>();
  for (const group of alike(plans.filter(isPlanned))) {
    const told = await delivered(job, group);
    for (const [position, { index }] of group.entries()) {
      const receipt = told[position];
      if (receipt) receipts.set(index, withTrouble(job, receipt));
    }
  }
  return plans.flatMap((plan): Handled | [] => {
    if (!isPlanned(plan)) return plan;
    const receipt = receipts.get(plan.index);
    return receipt ? { json: plan.json, receipt } : [];
  });
}

async function delivered(job: Job, group: Group): Promise<readonly Receipt[]> {
  const { wanted, ...setup } = group[0].setup;
  const buttons = buttonRulesFrom(wanted, job.keys);
  if ('problem' in buttons) {
    const { problem } = buttons;
    return group.map(() => unsentReceipt(job.destination, { receipt: 'failed', problem }));
  }
  const desk = ownDesk(job, { ...setup, buttons: buttons.rules });
  return deliverCards(
    desk,
    group.map(({ item }) => item),
  );
}

const isPlanned = (plan: Planned | Handled): plan is Planned => 'setup' in plan;

function planned(job: Job, index: number): Planned | Handled {
  const { context, destination } = job;
  const alert = alertOf(job, index);
  if (!('event' in alert)) return notShown(destination, alert);
  const { json, event, decision } = alert;
  const ref = messageRefOf(context, destination, index);
  return { index, json, item: { event, decision, ref }, setup: setupOf(job, index) };
}

function setupOf(job: Job, index: number): Setup {
  const { context, destination } = job;
  const to = channelOf(job, index);
  const sending = sendingOptions(context, index, destination.chat);
  return {
    destination: destinationName(job, to),
    to,
    mode: context.getNodeParameter('mode', index, 'reply') as NonNullable<CardDesk['mode']>,
    mentionAssignees: context.getNodeParameter('mentionAssignees', index, false) === true,
    wanted: buttonValues(context, index),
    ...sending,
  };
}

type Group = readonly [Planned, ...Planned[]];

const alike = (plans: readonly Planned[]): readonly Group[] => {
  const groups = new Map<string, [Planned, ...Planned[]]>();
  for (const plan of plans) {
    const key = JSON.stringify(plan.setup);
    const group = groups.get(key);
    if (group) group.push(plan);
    else groups.set(key, [plan]);
  }
  return [...groups.values()];
};

/** Why the store could not be used stands beside the core's word that it could not. */
const withTrouble = ({ store }: Job, receipt: Receipt): Receipt => {
  const trouble = store?.api.trouble;
  if (!trouble) return receipt;
  return { ...receipt, reasons: [...receipt.reasons, `${trouble.message} ${trouble.hint}`] };
};
