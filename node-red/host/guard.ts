import type { Node, NodeMessage, NodeMessageInFlow } from 'node-red';
import { asError } from './problem-error';

type Send = (message: NodeMessage | (NodeMessage | NodeMessage[] | null)[]) => void;

/** Node-RED waits 15 s for a node to close and then leaves it behind. */
const CLOSE_WITHIN_MS = 5_000;

/**
 * Runs anything and hands whatever goes wrong to `failed`. Everything the outside calls goes through
 * here: an error that escapes an asynchronous handler ends the whole Node-RED process.
 * https://github.com/node-red/node-red/issues/2830
 */
export async function guard(
  work: () => unknown,
  failed: (error: Error) => void,
  succeeded: () => void = () => {},
): Promise<void> {
  let finish = succeeded;
  try {
    await work();
  } catch (thrown) {
    finish = () => failed(asError(thrown));
  }
  try {
    finish();
  } catch (thrown) {
    process.emitWarning(asError(thrown));
  }
}

/** Node-RED reads the number of parameters: three means that `done` is called for each message. */
export function onInput(
  node: Node,
  work: (message: NodeMessageInFlow, send: Send) => unknown,
): void {
  node.on('input', (message, send, done) => {
    void guard(
      () => work(message, send),
      (error) => done(error),
      () => done(),
    );
  });
}

/** Node-RED reads the number of parameters here too, and waits only for two. */
export function onClose(node: Node, work: (removed: boolean) => unknown): void {
  node.on('close', (removed: boolean, done: () => void) => {
    let late: NodeJS.Timeout | undefined;
    const tooLong = new Promise<void>((resolve) => {
      late = setTimeout(resolve, CLOSE_WITHIN_MS);
    });
    void guard(
      () => Promise.race([work(removed), tooLong]),
      (error) => {
        clearTimeout(late);
        node.error(error.message);
        done();
      },
      () => {
        clearTimeout(late);
        done();
      },
    );
  });
}
