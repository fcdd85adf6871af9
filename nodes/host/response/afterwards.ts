import { type Inbound, runSteps } from '../../../core/index';
import { accessTo } from '../chat/chat-access';
import { clock } from '../clock';
import { destinationOf, type Listening, type Source } from './source';

type Steps = Inbound['afterwards'][number];

/** What is said in the chat once the reply is out. Never rejects; what went wrong is logged. */
export async function doAfterwards(
  context: Listening,
  source: Source,
  { afterwards }: Inbound,
): Promise<void> {
  for (const steps of afterwards) {
    const trouble = await done(context, source, steps).catch(() => 'it could not be sent.');
    if (trouble) context.logger.warn(`Somebody was not answered in ${source.chat}: ${trouble}`);
  }
}

async function done(context: Listening, source: Source, steps: Steps): Promise<string | undefined> {
  const { http } = await accessTo(context, destinationOf(context, source));
  const outcome = await runSteps(steps(), http, clock);
  return 'problem' in outcome ? `${outcome.problem.message} ${outcome.problem.hint}` : undefined;
}
