import { EventEmitter } from 'node:events';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import type { Node } from 'node-red';
import { guard, onClose, onInput } from '../../../node-red/host/guard';

type Callback = (...given: unknown[]) => void;

/** As much of a node as the guard sees. */
const fakeNode = () => {
  const callbacks: Record<string, Callback> = {};
  const error = jest.fn();
  const node = Object.assign(new EventEmitter(), {
    error,
    on: (event: string, callback: Callback) => {
      callbacks[event] = callback;
    },
  });
  return { node: node as unknown as Node, callbacks, error };
};
/** Runs one message through and gives every call of `done`. */
const dones = (work: () => unknown) =>
  new Promise<unknown[][]>((resolve) => {
    const { node, callbacks } = fakeNode();
    onInput(node, work);
    const calls: unknown[][] = [];
    callbacks.input(
      {},
      () => {},
      (...given: unknown[]) => {
        calls.push(given);
        setImmediate(() => resolve(calls));
      },
    );
  });

afterEach(() => {
  jest.useRealTimers();
});

describe('an input handler', () => {
  test('calls done once, whatever the work does', async () => {
    const failure = new Error('broken');
    expect(await dones(() => {})).toEqual([[]]);
    expect(await dones(async () => 'late')).toEqual([[]]);
    expect(
      await dones(() => {
        throw failure;
      }),
    ).toEqual([[failure]]);
    expect(
      await dones(async () => {
        throw failure;
      }),
    ).toEqual([[failure]]);
    expect(await dones(() => Promise.reject('text'))).toEqual([[new Error('text')]]);
  });

  test('takes three parameters, or Node-RED would not wait for done', () => {
    const { node, callbacks } = fakeNode();
    onInput(node, () => {});
    expect(callbacks.input).toHaveLength(3);
  });
});

describe('a close handler', () => {
  const close = (work: (removed: boolean) => unknown) => {
    const { node, callbacks, error } = fakeNode();
    onClose(node, work);
    expect(callbacks.close).toHaveLength(2);
    const done = new Promise<void>((resolve) => callbacks.close(true, resolve));
    return { done, error };
  };

  test('is waited for', async () => {
    const steps: unknown[] = [];
    const { done } = close(async (removed) => {
      await null;
      steps.push(removed);
    });
    await done;
    expect(steps).toEqual([true]);
  });

  test('that fails is reported, and ends', async () => {
    const { done, error } = close(() => Promise.reject(new Error('stuck')));
    await done;
    expect(error).toHaveBeenCalledWith('stuck');
  });

  test('that never ends is left behind after five seconds', async () => {
    jest.useFakeTimers();
    const { done } = close(() => new Promise(() => {}));
    await jest.advanceTimersByTimeAsync(5_000);
    await done;
  });
});

test('a report of an error that fails itself does not escape', async () => {
  const warned = jest.spyOn(process, 'emitWarning').mockImplementation(() => {});
  await guard(
    () => {
      throw new Error('first');
    },
    () => {
      throw new Error('second');
    },
  );
  expect(warned).toHaveBeenCalledWith(new Error('second'));
  warned.mockRestore();
});
