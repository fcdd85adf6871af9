/** One field of a credential: each host asks for it, and keeps it out of exported flows. */
export interface CredentialField {
  readonly name: string;
  /** English, Title Case, as on screen. */
  readonly label: string;
  /** One or two sentences. */
  readonly description: string;
  readonly placeholder: string;
  readonly required: boolean;
  /** False where people may read it back; a secret is only ever replaced. Default true. */
  readonly secret?: boolean;
}
