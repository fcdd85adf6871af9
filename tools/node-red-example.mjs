import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './repository.mjs';
import { sandboxDoors } from './sandbox-doors.mjs';

const FILE = join(root, 'node-red', 'examples', 'Severity routing to four chats.json');

/** The flow of `npm start`, as people import it. */
export const example = () => JSON.parse(readFileSync(FILE, 'utf8'));

/** Stands for the person's own Node-RED; or it was started at another port before. */
const ELSEWHERE = /^(?:https:\/\/flows\.example\.com|http:\/\/127\.0\.0\.1:\d+)(?=\/)/;

/** A sender tells its chat the address of a response node: that of this Node-RED. */
export const withAddress = (url) => (node) => {
  const here = node.answerAddress?.replace(ELSEWHERE, url);
  return here === node.answerAddress ? node : { ...node, answerAddress: here };
};

export const withChannel = (channelOf) => (node) =>
  node.channelId ? { ...node, channelId: channelOf(node) ?? node.channelId } : node;

const RESPONSE = /^alertwire-(.+)-response$/;

/** Where the sandbox's chats call back, other than by a socket. */
export const exampleDoors = (url) =>
  sandboxDoors(
    Object.fromEntries(
      example()
        .filter(({ type, receiveBy }) => RESPONSE.test(type) && receiveBy !== 'socket')
        .map(({ type, path }) => [RESPONSE.exec(type)[1], url + path]),
    ),
  );
