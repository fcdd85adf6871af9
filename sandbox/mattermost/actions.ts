import { z } from 'zod';

const text = z.string().nullish();
const option = z.looseObject({ text: z.string().min(1), value: z.string().min(1) });

/**
 * What the server finds wrong with a button or a menu, and writes into its log; a type that is left
 * out means a button.
 * https://github.com/mattermost/mattermost/blob/master/server/public/model/integration_action.go
 */
export const action = z
  .looseObject({
    id: text,
    name: z.string().min(1),
    type: z.enum(['', 'button', 'select']).nullish(),
    style: z
      .string()
      .regex(
        /^(|default|primary|success|good|warning|danger|#[0-9a-fA-F]{3}|#[0-9a-fA-F]{6})$/,
        'A style is a word or a colour',
      )
      .nullish(),
    tooltip: text,
    disabled: z.boolean().nullish(),
    data_source: z.enum(['', 'users', 'channels']).nullish(),
    options: z.array(option).nullish(),
    integration: z.looseObject({
      url: z.string().regex(/^(https?:\/\/|\/?plugins\/)./, 'It leads to a web address'),
      context: z.looseObject({}).nullish(),
    }),
  })
  .refine(
    ({ type, options, data_source }) => type === 'select' || !(options?.length || data_source),
    {
      path: ['options'],
      message: 'Only a select has options',
    },
  )
  .refine(
    ({ type, options, data_source }) => type !== 'select' || !options?.length === !!data_source,
    { path: ['options'], message: 'A select has either options or a data_source' },
  );
