import type { Message, Sandbox } from '@alertwire/sandbox';

const TELLING = ['ready', 'message', 'message-changed'];

/** The first message at the sandbox, now or later, for which `wanted` holds. */
export async function messageAt(
  { url }: Pick<Sandbox, 'url'>,
  wanted: (message: Message) => boolean = () => true,
): Promise<Message> {
  const stopped = new AbortController();
  const stream = await fetch(`${url}/inspect/stream`, { signal: stopped.signal });
  try {
    for await (const event of eventsOf(stream)) {
      if (!TELLING.includes(event)) continue;
      const messages: Message[] = await (await fetch(`${url}/inspect/messages`)).json();
      const found = messages.find(wanted);
      if (found) return found;
    }
    throw new Error('The sandbox closed before the message arrived.');
  } finally {
    stopped.abort();
  }
}

/** The names of server-sent events as they arrive. */
async function* eventsOf(stream: Response): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of stream.body as ReadableStream<Uint8Array> & AsyncIterable<Uint8Array>) {
    const blocks = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) yield /^event: (.*)$/m.exec(block)?.[1] ?? 'message';
  }
}
