import { type IExecuteFunctions, isExpression } from 'n8n-workflow';

/** Reads parameters for an item: only once where none of the node's values is an expression. */
export function perItem<Value>(
  context: IExecuteFunctions,
  read: (itemIndex: number) => Value,
): (itemIndex: number) => Value {
  if (holdsExpression(context.getNode().parameters)) return read;
  let kept: { readonly value: Value } | undefined;
  return (itemIndex) => {
    kept ??= { value: read(itemIndex) };
    return kept.value;
  };
}

const holdsExpression = (value: unknown): boolean =>
  isExpression(value) ||
  (typeof value === 'object' && value !== null && Object.values(value).some(holdsExpression));
