import { createServer } from 'node:http';

/** How each chat takes a message, and where; the longest paths are as long as real ones. */
const CHATS = {
  slack: { path: '/services/T0BENCH01/B0BENCH001/benchbenchbenchbenchbenc', answer: [200, 'ok'] },
  teams: {
    path: `/workflows/${'0a'.repeat(16)}/triggers/manual/paths/invoke?api-version=2016-06-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=${'b'.repeat(43)}`,
    answer: [202, ''],
  },
  mattermost: { path: `/hooks/${'bench1'.repeat(4)}ab`, answer: [200, 'ok'] },
  dingtalk: {
    path: `/robot/send?access_token=${'0b'.repeat(32)}`,
    answer: [200, '{"errcode":0,"errmsg":"ok"}'],
  },
};

/** A server that takes every message as its chat would, and counts. */
export async function startChats() {
  let taken = 0;
  let wake = () => {};
  const server = createServer((request, response) => {
    const [, chat] = request.url.split('/');
    request.resume().on('end', () => {
      const [status, body] = CHATS[chat].answer;
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
      taken += 1;
      wake();
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const urlOf = (chat) => `${origin}/${chat}${CHATS[chat].path}`;
  return {
    urlOf,
    count: () => taken,
    /** Resolves when so many messages have been taken in all. */
    reached: async (count) => {
      while (taken < count) await new Promise((resolve) => (wake = resolve));
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
