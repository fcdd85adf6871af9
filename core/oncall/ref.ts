import type { AlertRef } from '../alert/command';
import type { Task } from './action';
import { type Trouble, trouble } from './trouble';

/** Which alert it is done to. */
export const refOf = ({ ref }: Task): AlertRef | Trouble => ref ?? trouble('no_alert');
