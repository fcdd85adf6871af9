type Maybe<T> = { [K in keyof T]: undefined extends T[K] ? K : never }[keyof T];

export type Defined<T> = { [K in Exclude<keyof T, Maybe<T>>]: T[K] } & {
  [K in Maybe<T>]?: Exclude<T[K], undefined>;
};

/** The same object without the keys that hold nothing, so that events stay plain JSON. */
export const defined = <T extends object>(parts: T): Defined<T> => {
  const kept: Partial<T> = {};
  for (const key of Object.keys(parts) as (keyof T)[]) {
    if (parts[key] !== undefined) kept[key] = parts[key];
  }
  return kept as Defined<T>;
};

/** The same, and nothing where nothing at all is held. */
export const anyDefined = <T extends object>(parts: T): Defined<T> | undefined => {
  const kept = defined(parts);
  return Object.keys(kept).length === 0 ? undefined : kept;
};
