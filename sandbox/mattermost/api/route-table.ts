export interface Route<Method> {
  method: Method;
  params: Record<string, string>;
}

export interface RouteTable<Method> {
  find(verb: string, path: string): Route<Method> | undefined;
  knows(path: string): boolean;
}

type Row<Method> = readonly [verb: string, path: string, method: Method];

/** Methods by verb and path, below `/api/v4`. */
export function routeTable<Method>(rows: readonly Row<Method>[]): RouteTable<Method> {
  const routes = rows.map(([verb, path, method]) => ({ verb, pattern: patternOf(path), method }));
  return {
    find: (verb, path) => {
      for (const route of routes) {
        const match = route.verb === verb ? route.pattern.exec(path) : null;
        if (match) return { method: route.method, params: { ...match.groups } };
      }
      return undefined;
    },
    knows: (path) => routes.some(({ pattern }) => pattern.test(path)),
  };
}

/** An id holds letters and digits only, so that nothing else is taken for one. */
function patternOf(path: string): RegExp {
  const pattern = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    name.endsWith('_id') ? `(?<${name}>[A-Za-z0-9]+)` : `(?<${name}>[^/]+)`,
  );
  return new RegExp(`^/api/v4${pattern}$`);
}
