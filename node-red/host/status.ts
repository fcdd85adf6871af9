import type { Node, NodeStatusFill, NodeStatusShape } from 'node-red';

/** Long texts run into the next node on the canvas. */
const LONGEST = 60;

export const show = (
  node: Node,
  fill: NodeStatusFill,
  shape: NodeStatusShape,
  text: string,
): void => {
  node.status({
    fill,
    shape,
    text: text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text,
  });
};

/** `12:01`, in the time zone of the machine. */
export const timeOfDay = (now: number): string => new Date(now).toTimeString().slice(0, 5);
