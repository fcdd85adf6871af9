import { sleep } from 'n8n-workflow';
import type { Clock } from '../../core/index';

export const clock: Clock = { now: () => Date.now(), sleep, random: Math.random };
