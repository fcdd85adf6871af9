import type { Router } from 'express';
import type { ChatSettings, OnCallAccount, Verdict, WireRequest, WireService } from '../platform';
import type { Pane } from './pane';
import type { Remembered } from './rules';

/** An on-call platform's own API, over the alerts its pane remembers. */
export interface OnCallApi<Alert extends Remembered> extends Omit<WireService, 'id' | 'title'> {
  accounts(origin: string): OnCallAccount[];
  open(pane: Pane<Alert>, settings: ChatSettings): OpenApi;
}

export interface OpenApi {
  judge(request: WireRequest): Verdict;
  /** Switches for what no document tells. */
  behaviour: Router;
  reset(): void;
}
