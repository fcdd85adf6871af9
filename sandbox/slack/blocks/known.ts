import { z } from 'zod';
import { actions } from './actions';
import { context } from './context';
import { divider } from './divider';
import { header } from './header';
import { image } from './image';
import { markdown } from './markdown';
import { richText } from './rich-text';
import { section } from './section';

export const knownBlocks = z.discriminatedUnion(
  'type',
  [actions, context, divider, header, image, markdown, richText, section],
  { error: 'This is not a block type the sandbox knows' },
);
