import { z } from 'zod';
import { button } from './button';
import { imageElement } from './image';
import { checkboxes, menus, overflow, radioButtons } from './menus';

const UNKNOWN = { error: 'This is not an element the sandbox knows' };

const kinds = [button, overflow, checkboxes, radioButtons, ...menus] as const;

export const interactive = z.discriminatedUnion('type', kinds, UNKNOWN);

export const accessory = z.discriminatedUnion('type', [imageElement, ...kinds], UNKNOWN);
