import { randomBytes } from 'node:crypto';
import type { JsonObject } from '../../judging/shape';
import type { Desk } from '../../server/desk';
import type { SlackApp } from '../api/apps';
import { dialogOf } from './dialog';

/** https://docs.slack.dev/surfaces/modals: up to three views lie on each other. */
export const MOST_VIEWS = 3;

/** A modal somebody has before them, or one below it. */
export interface OpenView {
  id: string;
  app: SlackApp;
  /** The id of the person who sees it. */
  by: string;
  /** As the app gave it. */
  given: JsonObject;
  hash: string;
  rootId: string;
  /** The one it lies on. */
  below?: OpenView;
}

/** The modals that are open. */
export class Views {
  readonly #desk: Pick<Desk, 'journal' | 'now'>;
  readonly #open = new Map<string, OpenView>();

  constructor(desk: Pick<Desk, 'journal' | 'now'>) {
    this.#desk = desk;
  }

  open(app: SlackApp, by: string, given: JsonObject, below?: OpenView): OpenView {
    const id = `V${randomBytes(5).toString('hex').toUpperCase()}`;
    const rootId = below?.rootId ?? id;
    const view = { id, app, by, given, hash: this.#hash(), rootId, ...(below && { below }) };
    this.#open.set(id, view);
    this.#announce(view);
    return view;
  }

  update(view: OpenView, given: JsonObject): void {
    Object.assign(view, { given, hash: this.#hash() });
    this.#announce(view);
  }

  find(id: unknown): OpenView | undefined {
    return this.#open.get(String(id));
  }

  findExternal(app: SlackApp, externalId: unknown): OpenView | undefined {
    if (typeof externalId !== 'string' || externalId === '') return undefined;
    return this.all().find((one) => one.app === app && one.given.external_id === externalId);
  }

  all(): OpenView[] {
    return [...this.#open.values()];
  }

  close({ id }: OpenView): void {
    this.#open.delete(id);
  }

  closeAll({ rootId }: OpenView): void {
    for (const view of this.all()) if (view.rootId === rootId) this.close(view);
  }

  heightOf({ rootId }: OpenView): number {
    return this.all().filter((view) => view.rootId === rootId).length;
  }

  clear(): void {
    this.#open.clear();
  }

  #hash(): string {
    const seconds = Math.floor(this.#desk.now() / 1000);
    return `${seconds}.${randomBytes(4).toString('hex')}`;
  }

  #announce(view: OpenView): void {
    const { by } = view;
    this.#desk.journal.announce('dialog', { platform: 'slack', by, dialog: dialogOf(view) });
  }
}
