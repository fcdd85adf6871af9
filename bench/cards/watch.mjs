const LONGEST_MS = 30_000;

/**
 * Follows what the sandbox shows. Resolves with a function that waits until a message with these
 * words, or all of several, is there (`message`), or is another one (`message-changed`), and tells
 * when, in ms.
 */
export async function watchMessages(url) {
  const { body } = await fetch(`${url}/inspect/stream`);
  const waiting = new Set();
  follow(body, waiting);
  return (event, words) =>
    new Promise((resolve, reject) => {
      const tooLate = setTimeout(() => {
        waiting.delete(look);
        reject(new Error(`No ${event} with "${words}" within ${LONGEST_MS / 1000} s.`));
      }, LONGEST_MS);
      const look = (notice) => {
        if (!notice.startsWith(`event: ${event}\n`)) return;
        if (![words].flat().every((each) => notice.includes(each))) return;
        clearTimeout(tooLate);
        waiting.delete(look);
        resolve(performance.now());
      };
      waiting.add(look);
    });
}

async function follow(body, waiting) {
  let rest = '';
  for await (const text of body.pipeThrough(new TextDecoderStream())) {
    const notices = (rest + text).split('\n\n');
    rest = notices.pop();
    for (const notice of notices) for (const look of waiting) look(notice);
  }
}
