import type { Dialog } from '../../people/people';
import { newId } from '../api/ids';
import type { OpenedDialog } from './dialog';
import { shownDialog } from './dialog-fields';
import type { Trigger } from './triggers';

export interface KeptDialog {
  id: string;
  trigger: Trigger;
  /** Where it is sent. */
  url: string;
  dialog: OpenedDialog;
}

/** The dialogs that apps have opened and nobody has closed. */
export class Dialogs {
  readonly #open = new Map<string, KeptDialog>();

  open(told: Omit<KeptDialog, 'id'>): KeptDialog {
    const kept = { id: newId(), ...told };
    this.#open.set(kept.id, kept);
    return kept;
  }

  find(id: string): KeptDialog | undefined {
    return this.#open.get(id);
  }

  all(): KeptDialog[] {
    return [...this.#open.values()];
  }

  close(id: string): void {
    this.#open.delete(id);
  }

  /** What the click or command has opened last. */
  openedBy(clientId: string): Dialog | undefined {
    const kept = this.all().findLast(({ trigger }) => trigger.clientId === clientId);
    return kept && shownDialog(kept.id, kept.dialog);
  }

  clear(): void {
    this.#open.clear();
  }
}
