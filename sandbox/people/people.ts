/** Somebody who uses the chat. */
export interface Person {
  /** As the platform calls people. */
  id: string;
  name: string;
  email?: string;
}

/** Somebody presses a button of a message, or picks from its menu. */
export interface Press {
  channel: string;
  /** The `ref` of the message, or its id in the journal where a webhook posted it. */
  message: string;
  /** The button or menu, as the platform names it in the message. */
  control: string;
  /** What was picked from a menu. */
  value?: string | undefined;
  /** What was typed into fields beside the button, by their names. */
  inputs?: Record<string, string> | undefined;
  /** The id of a person. */
  by: string;
}

/** Somebody types a line: a command, a mention of an app, or plain words. */
export interface Line {
  channel: string;
  text: string;
  by: string;
}

/** Somebody sends a dialog, or closes it. */
export interface Submission {
  /** As `Reaction` named it. */
  dialog: string;
  values: Record<string, string>;
  cancelled?: boolean | undefined;
  by: string;
}

export interface DialogField {
  name: string;
  label: string;
  kind: 'text' | 'textarea' | 'select';
  value?: string;
  optional?: boolean;
  options?: { value: string; label: string }[];
}

export interface Dialog {
  id: string;
  title: string;
  text?: string;
  submit: string;
  fields: DialogField[];
  /** What is wrong with what was typed, by field; the empty name is the whole dialog. */
  errors?: Record<string, string>;
}

/** What the one who did it sees. What everybody sees stands in the journal's messages. */
export interface Reaction {
  /** The app took it, as far as the platform can tell. */
  ok: boolean;
  /** What the platform shows when the app does not answer as it should. */
  problem?: string;
  /** Said for this person's eyes only, in a place that is no message. */
  notice?: string;
  dialog?: Dialog;
}

/** What people do in a chat. Every promise is fulfilled once the app has answered, or has not. */
export interface ChatPeople {
  people: Person[];
  /** Where an app is called back, as its owner sets it up at the platform. */
  doors: { id: string; label: string }[];
  /** Asks what lives at a door, where the platform does so as soon as it is told the address. */
  check?(door: string): Promise<void>;
  /** What came of it. */
  checked?(door: string): string | undefined;
  press(press: Press): Promise<Reaction>;
  say(line: Line): Promise<Reaction>;
  submit?(submission: Submission): Promise<Reaction>;
}
