/** One field of a credential: each host asks for it and keeps its value secret. */
export interface CredentialField {
  readonly name: string;
  /** English, Title Case, as on screen. */
  readonly label: string;
  /** One or two sentences. */
  readonly description: string;
  readonly placeholder: string;
  readonly required: boolean;
}
