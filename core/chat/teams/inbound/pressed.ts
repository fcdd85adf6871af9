import { record } from '../../../alert/untrusted';
import type { Inbound, InboundSetup } from '../../../answers/inbound';
import { readClick } from '../../../answers/read-click';
import { heard } from '../../../answers/said';
import { aboutOf } from './about';
import type { Activity } from './activity';
import { invokeReply, tellProblem } from './replies';

type Json = Readonly<Record<string, unknown>>;

const LONGEST = 3000;
const MOST = 20;
/** Teams adds this one. */
const NOT_ARGUMENTS: readonly string[] = ['token', 'msteams'];

/** Action.Execute: what the reply says, the person who pressed reads. */
export const invoked = (activity: Activity, setup: InboundSetup): Inbound => {
  if (activity.name !== 'adaptiveCard/action') {
    return heard({ warnings: [`Teams invoked what is not known here: ${shown(activity.name)}.`] });
  }
  const read = clickIn(record(record(activity.value.action).data), activity, setup);
  if ('command' in read) {
    return heard({ reply: invokeReply(undefined, setup), commands: [read.command] });
  }
  return heard({ reply: invokeReply(read.refused.problem, setup), refused: [read.refused] });
};

/** Action.Submit, from clients that know no Action.Execute: a message with a value. */
export const submitted = (activity: Activity, setup: InboundSetup): Inbound => {
  const read = clickIn(activity.value, activity, setup);
  if ('command' in read) return heard({ commands: [read.command] });
  const { refused } = read;
  return heard({
    refused: [refused],
    afterwards: [tellProblem(refused.problem, activity, setup)],
  });
};

const clickIn = (data: Json, activity: Activity, setup: InboundSetup) =>
  readClick(
    { ...aboutOf(activity, setup), token: data.token, arguments: argumentsIn(data) },
    setup,
  );

/** An input is named by its argument and its button: ids of inputs are unique in a card. */
const argumentsIn = (data: Json): Readonly<Record<string, string>> => {
  const told = Object.entries(data)
    .filter(([name]) => !NOT_ARGUMENTS.includes(name) && /^[a-z]\w{0,60}$/i.test(name))
    .slice(0, MOST)
    .flatMap(([name, value]) => {
      const said = typeof value === 'string' ? value.slice(0, LONGEST).toWellFormed().trim() : '';
      return said === '' ? [] : [[name.split('_', 1)[0] ?? name, said] as const];
    });
  return Object.fromEntries(told);
};

const shown = (name: string): string => name.replace(/[^\w./-]/g, '').slice(0, 60) || '?';
