type Part = string | false | undefined;

/** Joins the parts that are there: sentences whose clauses come and go. */
export const phrase = (...parts: readonly Part[]): string => parts.filter(Boolean).join(' ');
