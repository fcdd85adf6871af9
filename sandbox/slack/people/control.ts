import { isObject, type JsonObject, objectsIn, textOf } from '../../judging/shape';

/** A button or menu, and where it stands. */
export interface Control {
  block: JsonObject;
  element: JsonObject;
  /** The number of the attachment it stands in. */
  attachment?: number;
}

/** Every button and menu of a message whose blocks and elements have their ids. */
export function controlsIn({ blocks, attachments }: JsonObject): Control[] {
  const own = objectsIn(blocks).flatMap(controlsOf);
  const attached = objectsIn(attachments).flatMap(({ id, blocks: inner }) =>
    objectsIn(inner)
      .flatMap(controlsOf)
      .map((control) => ({ ...control, attachment: Number(id) })),
  );
  return [...own, ...attached];
}

/** By its action_id, or by `block_id/action_id` where an action_id stands in several blocks. */
export function controlCalled(message: JsonObject, name: string): Control | undefined {
  const controls = controlsIn(message);
  const full = ({ block, element }: Control) => `${block.block_id}/${element.action_id}`;
  return (
    controls.find((one) => full(one) === name) ??
    controls.find(({ element }) => textOf(element.action_id) === name)
  );
}

function controlsOf(block: JsonObject): Control[] {
  const { type, elements, accessory } = block;
  const all = [
    ...(type === 'actions' ? objectsIn(elements) : []),
    ...(isObject(accessory) ? [accessory] : []),
  ];
  return all.filter((element) => element.type !== 'image').map((element) => ({ block, element }));
}
