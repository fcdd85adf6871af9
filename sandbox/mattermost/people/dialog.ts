import { z } from 'zod';

/** Go counts the bytes of UTF-8. */
const bytes = (most: number, least = 0) =>
  z.string().refine(
    (words) => {
      const used = Buffer.byteLength(words);
      return least <= used && used <= most;
    },
    `It has ${least > 0 ? `1 to ${most}` : `at most ${most}`} bytes`,
  );

const option = z.looseObject({ text: z.string(), value: z.string() });
const SUBTYPES = ['', 'text', 'email', 'number', 'tel', 'url', 'password'];
const TEXTAREA = 3000;
/** The longest default and placeholder by type: `DialogElementTextMaxLength` and the others. */
const LONGEST: Record<string, number> = {
  text: 150,
  textarea: TEXTAREA,
  select: 3000,
  bool: 150,
  radio: Number.POSITIVE_INFINITY,
  date: 150,
  datetime: 150,
};

const element = z
  .looseObject({
    display_name: bytes(24, 1),
    name: bytes(300, 1),
    type: z.string().refine((type) => type in LONGEST, 'There is no such type'),
    subtype: z.string().default(''),
    default: z.string().default(''),
    placeholder: z.string().default(''),
    help_text: bytes(150).default(''),
    optional: z.boolean().default(false),
    min_length: z.number().int().min(0).default(0),
    max_length: z.number().int().default(0),
    data_source: z.string().default(''),
    options: z.array(option).nullish(),
    multiselect: z.boolean().default(false),
  })
  .refine((one) => one.min_length <= one.max_length, {
    path: ['min_length'],
    message: 'It is not more than max_length',
  })
  .refine((one) => fits(one.type, one.default), {
    path: ['default'],
    message: 'It is longer than the type may be',
  })
  .refine((one) => fits(one.type, one.placeholder), {
    path: ['placeholder'],
    message: 'It is longer than the type may be',
  })
  .refine((one) => !/^text(area)?$/.test(one.type) || SUBTYPES.includes(one.subtype), {
    path: ['subtype'],
    message: 'There is no such subtype',
  })
  .refine((one) => !one.multiselect || one.type === 'select', 'Only a select takes several')
  .refine((one) => one.type !== 'bool' || ['', 'true', 'false'].includes(one.default), {
    path: ['default'],
    message: 'It is true or false',
  })
  .refine(
    ({ type, data_source }) =>
      type !== 'select' || ['', 'users', 'channels', 'dynamic'].includes(data_source),
    { path: ['data_source'], message: 'It is users, channels or dynamic' },
  )
  .refine((one) => one.default === '' || hasOption(one), {
    path: ['default'],
    message: 'It is none of the options',
  });

function fits(type: string, words: string): boolean {
  return Buffer.byteLength(words) <= (LONGEST[type] ?? 0);
}

function hasOption(one: DialogElementParts): boolean {
  const picks = one.type === 'radio' || (one.type === 'select' && one.data_source === '');
  if (!picks) return true;
  const wanted = one.multiselect
    ? one.default.split(',').map((part) => part.trim())
    : [one.default];
  return wanted.every((value) => one.options?.some((each) => each.value === value));
}

interface DialogElementParts {
  type: string;
  default: string;
  data_source: string;
  multiselect: boolean;
  options?: { value: string }[] | null | undefined;
}

const byName = (elements: readonly { name: string }[]) =>
  new Set(elements.map(({ name }) => name)).size === elements.length;

/**
 * `Dialog.IsValid`. The server writes a line in its log where something is wrong, and clients show
 * what they can.
 * https://github.com/mattermost/mattermost/blob/master/server/public/model/integration_action.go
 */
export const dialogShape = z.looseObject({
  callback_id: z.string().default(''),
  title: bytes(24, 1),
  introduction_text: z.string().default(''),
  icon_url: z
    .string()
    .regex(/^(|https?:\/\/[^\s/]+.*)$/s, 'It is no web address')
    .default(''),
  elements: z
    .array(element)
    .refine(byName, 'Two elements have one name')
    .nullish()
    .transform((elements) => elements ?? []),
  submit_label: z.string().default(''),
  notify_on_cancel: z.boolean().default(false),
  state: z.string().default(''),
});

export type OpenedDialog = z.output<typeof dialogShape>;
export type DialogElement = z.output<typeof element>;
