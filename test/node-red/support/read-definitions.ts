import { parse } from 'acorn';

export interface Definition {
  readonly type: string;
  readonly category?: string;
  readonly icon?: string;
  readonly color?: string;
  /** Names and default values, where those are literal. */
  readonly defaults: Readonly<Record<string, unknown>>;
}

interface Tree {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** The node definitions in an editor file, found as the Flow Library finds them: by parsing it. */
export function definitionsIn(html: string): Definition[] {
  const scripts = html.matchAll(
    /<script.+?type=['"]text\/javascript['"].*?>([\s\S]*?)<\/script>/gi,
  );
  return [...scripts].flatMap(([, code]) => {
    const { body } = parse(code, { ecmaVersion: 'latest' }) as unknown as { body: Tree[] };
    return body.flatMap(definitionIn);
  });
}

function definitionIn(statement: Tree): Definition[] {
  const call = statement.expression as Tree | undefined;
  if (call?.type !== 'CallExpression') return [];
  const callee = call.callee as Tree;
  if ((callee.property as Tree | undefined)?.name !== 'registerType') return [];
  const [type, definition] = call.arguments as [Tree, Tree];
  if (type.type !== 'Literal' || definition.type !== 'ObjectExpression') return [];
  const values = object(definition);
  const defaults = Object.entries((values.defaults ?? {}) as Record<string, { value?: unknown }>);
  return [
    {
      ...values,
      type: String(type.value),
      defaults: Object.fromEntries(defaults.map(([name, { value }]) => [name, value])),
    },
  ];
}

const object = (tree: Tree): Record<string, unknown> =>
  Object.fromEntries(
    (tree.properties as { key: { name?: string; value?: string }; value: Tree }[]).map(
      ({ key, value }) => [key.name ?? key.value, literal(value)],
    ),
  );

const literal = (tree: Tree): unknown => {
  if (tree.type === 'Literal') return tree.value;
  if (tree.type === 'ArrayExpression') return (tree.elements as Tree[]).map(literal);
  if (tree.type === 'ObjectExpression') return object(tree);
  return undefined;
};
