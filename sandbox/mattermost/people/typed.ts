import type { DialogElement, OpenedDialog } from './dialog';

/**
 * What a client complains of before it sends anything: `checkDialogElementForError` in
 * https://github.com/mattermost/mattermost/blob/master/webapp/channels/src/packages/mattermost-redux/src/utils/integration_utils.ts
 */
export function complaints(
  { elements }: OpenedDialog,
  values: Record<string, string>,
): Record<string, string> {
  const found = elements.map((element) => [
    element.name,
    complaint(element, values[element.name] ?? ''),
  ]);
  return Object.fromEntries(found.filter(([, words]) => words !== undefined));
}

const PATTERNS: Record<string, readonly [pattern: RegExp, words: string]> = {
  email: [/^[^\s@]+@[^\s@]+$/, 'Must be a valid email address.'],
  number: [/^\s*[-+]?\d+(\.\d+)?\s*$/, 'Must be a number.'],
  url: [/^https?:\/\//, 'URL must include http:// or https://.'],
};

function complaint(element: DialogElement, value: string): string | undefined {
  const { type, subtype, optional, min_length, options } = element;
  if (value === '') {
    return optional || type === 'bool' ? undefined : 'This field is required.';
  }
  if (/^text(area)?$/.test(type)) {
    if (value.length < min_length) return `Minimum input length is ${min_length}.`;
    const [pattern, words] = PATTERNS[subtype] ?? [];
    return pattern?.test(value) === false ? words : undefined;
  }
  const isOption = type !== 'radio' || options?.some((option) => option.value === value);
  return isOption ? undefined : 'Must be a valid option.';
}

/** What is sent: a value for every element, and a yes or no for a checkbox. */
export function submissionOf(
  { elements }: OpenedDialog,
  values: Record<string, string>,
): Record<string, string | boolean> {
  return Object.fromEntries(
    elements.map(({ name, type, max_length }) => {
      const value = values[name] ?? '';
      if (type === 'bool') return [name, value === 'true'];
      return [name, max_length > 0 ? value.slice(0, max_length) : value];
    }),
  );
}
