import {
  type AlertState,
  type Asked,
  answerAsked,
  askedIn,
  findCard,
  type Receipt,
  Replays,
  readAlertEvent,
  unsentReceipt,
} from '../../../core/index';
import { plainTransport } from '../transport';
import { credentialOf } from './credential';
import { inputJson } from './input';
import type { Handled, Job } from './operation';
import { channelOf, destinationName } from './places';

/** Several senders of one execution may show the alert; the person hears of it once. */
const answered = new Replays();
const LONGEST_EXECUTION_MS = 3_600_000;

/** Cards first: then those who asked for something in this chat are told what came of it. */
export async function withAnswers(
  job: Job,
  handled: readonly Handled[],
): Promise<readonly Handled[]> {
  const all: Handled[] = [];
  for (const [position, one] of handled.entries())
    all.push({ ...one, answer: await answerTo(job, one.index ?? position) });
  return all;
}

async function answerTo(job: Job, index: number): Promise<Receipt | undefined> {
  const { context, destination, keys, http, clock } = job;
  const asked = askedIn(inputJson(context, index));
  if (asked?.command.chat !== destination.chat) return undefined;
  if (!isFirst(job, asked)) return unsentReceipt(destination, { receipt: 'skipped', reasons });
  const credential = credentialOf(await context.getCredentials(destination.credentialType));
  const { chat, transport } = destination;
  const plain = plainTransport(context);
  const story = () => storyOf(job, index);
  const desk = { chat, transport, credential, keys, http, plain, clock, story };
  const receipt = await answerAsked(asked, desk);
  if (receipt?.problem) hint(job, receipt.problem);
  return receipt;
}

async function storyOf(job: Job, index: number): Promise<AlertState | undefined> {
  const read = readAlertEvent(inputJson(job.context, index));
  if (!job.store || !read.ok) return undefined;
  const place = destinationName(job, channelOf(job, index));
  return (await findCard(job.store, place, read.event))?.story;
}

const isFirst = ({ context, clock }: Job, { command }: Asked): boolean => {
  const key = JSON.stringify([context.getExecutionId(), command.chat, command.id]);
  return answered.isFirst(key, clock.now(), clock.now() + LONGEST_EXECUTION_MS);
};

const reasons = ['Another node of this execution has answered already.'];

const hint = ({ context }: Job, { message, hint: remedy }: NonNullable<Receipt['problem']>) =>
  context.addExecutionHints({
    type: 'warning',
    location: 'outputPane',
    message: `Whoever asked for it in chat could not be answered: ${message} ${remedy}`,
  });
