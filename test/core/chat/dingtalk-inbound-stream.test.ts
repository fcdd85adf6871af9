import { describe, expect, it } from '@jest/globals';
import { DWClient } from 'dingtalk-stream';
import { socket } from '../../../core/chat/dingtalk/inbound/socket';
import { dingtalk } from '../../../core/chat/dingtalk/index';
import {
  button,
  CREDENTIAL,
  frame,
  GROUP,
  pressing,
  saying,
  setupWith,
} from './dingtalk-inbound-world';
import { json, LOST, shown, taken } from './steps';

const ROBOT = '/v1.0/im/bot/messages/get';
const CARD = '/v1.0/card/instances/callback';

const acked = ({ reply = '{}' }: { reply?: string }) => {
  const { code, message, headers, data } = JSON.parse(reply);
  return { code, message, headers, data: JSON.parse(data) };
};
const ack = (data: unknown) => ({
  code: 200,
  message: 'OK',
  headers: { messageId: 'm1', contentType: 'application/json' },
  data,
});

describe('a stream', () => {
  const opened = {
    endpoint: 'wss://wss-open-connection.dingtalk.com:443/connect',
    ticket: 'a/b c',
  };

  it('is asked for with key and secret, which only the credential knows', async () => {
    const { result, requests } = await taken(socket.connect(CREDENTIAL), json(200, opened));
    expect(result).toEqual({ url: `${opened.endpoint}?ticket=a%2Fb%20c` });
    expect(JSON.stringify(requests)).not.toContain(CREDENTIAL.clientSecret);
    const sent = dingtalk.authenticate(requests[0], CREDENTIAL, 0);
    expect(shown(sent)).toEqual({
      does: 'POST https://api.dingtalk.com/v1.0/gateway/connections/open',
      body: {
        clientId: CREDENTIAL.clientId,
        clientSecret: CREDENTIAL.clientSecret,
        ua: 'alertwire',
        subscriptions: [
          { type: 'CALLBACK', topic: ROBOT },
          { type: 'CALLBACK', topic: CARD },
        ],
      },
    });
    expect(sent.headers).toMatchObject({ accept: 'application/json' });
    const { clientSecret } = shown(
      dingtalk.authenticate({ ...requests[0], url: 'https://evil.example/' }, CREDENTIAL, 0),
    ).body;
    expect(clientSecret).toBeUndefined();
  });

  it.each([
    'ws://wss-open-connection.dingtalk.com/connect',
    'wss://dingtalk.com.evil.example/connect',
    'https://wss-open-connection.dingtalk.com/connect',
    'nonsense',
  ])('leads to DingTalk, not to %s', async (endpoint) => {
    const { result } = await taken(socket.connect(CREDENTIAL), json(200, { ...opened, endpoint }));
    expect(result).toMatchObject({ problem: { code: 'dingtalk.stream_elsewhere' } });
  });

  it('leads where the credential says DingTalk is', async () => {
    const credential = { ...CREDENTIAL, baseUrl: 'http://127.0.0.1:9/dingtalk' };
    const endpoint = 'ws://127.0.0.1:9/dingtalk/connect';
    const { result } = await taken(socket.connect(credential), json(200, { ...opened, endpoint }));
    expect(result).toEqual({ url: `${endpoint}?ticket=a%2Fb%20c` });
  });

  it.each([
    [json(400, { code: 'authFailed', message: 'no' }), 'dingtalk.wrong_secret'],
    [json(200, { endpoint: 'wss://x.dingtalk.com' }), /^dingtalk\./],
    [json(503, {}), /^(?:delivery|http|dingtalk)\./],
    [LOST, /^http\./],
  ])('that does not open says why', async (answer, code) => {
    const { result } = await taken(socket.connect(CREDENTIAL), answer);
    expect(result).toMatchObject({ problem: { code: expect.stringMatching(code) } });
  });

  it('is opened anew every half hour', () => expect(socket.renewMs).toBe(1_800_000));
});

describe('a frame', () => {
  it('of a ping is given back', () => {
    const data = '{"opaque":"1"}';
    expect(acked(socket.frame(frame('SYSTEM', 'ping', data), setupWith()))).toEqual(
      ack({ opaque: '1' }),
    );
  });

  it('of a farewell ends the connection', () => {
    expect(socket.frame(frame('SYSTEM', 'disconnect', {}), setupWith())).toEqual({
      end: 'reconnect',
    });
  });

  it('of a line is a command', () => {
    const read = socket.frame(frame('CALLBACK', ROBOT, saying('ack 4711')), setupWith());
    expect(acked(read)).toEqual(ack({ response: null }));
    expect(read.inbound?.commands).toMatchObject([{ action: 'accept', channel: { id: GROUP } }]);
  });

  it('of a press is a command, and the answer stands in a response', () => {
    const read = socket.frame(frame('CALLBACK', CARD, pressing({ token: button() })), setupWith());
    expect(read.inbound?.commands).toMatchObject([{ action: 'accept', alert: { id: '4711' } }]);
    expect(acked(read)).toEqual(
      ack({
        response: {
          cardUpdateOptions: { updateCardDataByKey: true, updatePrivateDataByKey: true },
          userPrivateData: { cardParamMap: { notice: '' } },
        },
      }),
    );
  });

  it('of a press that is refused says why to the one who pressed', () => {
    const read = socket.frame(frame('CALLBACK', CARD, pressing({ token: 'x' })), setupWith());
    expect(read.inbound?.refused).toHaveLength(1);
    expect(acked(read).data.response.userPrivateData.cardParamMap.notice).not.toBe('');
  });

  it.each([
    [ROBOT, saying('ack 4711')],
    [CARD, pressing({ token: button() })],
  ])('that is told again is acked again, and does nothing: %s', (topic, data) => {
    const setup = setupWith();
    const [first, second] = [1, 2].map(() => socket.frame(frame('CALLBACK', topic, data), setup));
    expect(first?.inbound?.commands).toHaveLength(1);
    expect(second?.inbound?.commands).toEqual([]);
    expect(second?.reply).toBe(first?.reply);
  });

  it('of an event is acked', () => {
    expect(acked(socket.frame(frame('EVENT', '*', {}), setupWith()))).toEqual(
      ack({ status: 'SUCCESS' }),
    );
  });

  it('of something else is acked, and said to be unknown', () => {
    const read = socket.frame(frame('CALLBACK', '/v9/x', {}), setupWith());
    expect(acked(read)).toEqual(ack({ response: null }));
    expect(read.inbound?.warnings).toHaveLength(1);
  });

  it.each(['', 'nonsense', 'null', '[]', '{}', frame('SYSTEM', 'REGISTERED', {})])(
    'like %j is left alone',
    (text) => expect(socket.frame(text, setupWith())).toEqual({}),
  );
});

describe('beside the client that DingTalk gives away', () => {
  /** What it says to a frame; it answers a press with what it is given. */
  const theirs = (text: string, response: object) => {
    const client = new DWClient({ clientId: 'a', clientSecret: 'b' });
    const said: string[] = [];
    const inner = client as unknown as { socket: object; onDownStream(text: string): void };
    inner.socket = { send: (reply: string) => said.push(reply) };
    for (const topic of [ROBOT, CARD]) {
      client.registerCallbackListener(topic, ({ headers }) =>
        client.socketCallBackResponse(headers.messageId, response),
      );
    }
    inner.onDownStream(text);
    return said;
  };

  it.each([
    ['SYSTEM', 'ping', { opaque: '1' }],
    ['EVENT', '*', {}],
    ['CALLBACK', CARD, pressing({ token: button() })],
  ])('every ack of %s %s says the same', (type, topic, data) => {
    const text = frame(type, topic, data);
    const ours = acked(socket.frame(text, setupWith()));
    const [reply] = theirs(text, ours.data.response);
    expect(acked({ reply })).toMatchObject(ours);
  });

  it('a farewell is said nothing to', () => {
    expect(theirs(frame('SYSTEM', 'disconnect', {}), {})).toEqual([]);
  });
});
