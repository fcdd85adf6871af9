/** One field of a node, once for both hosts: each host draws it in its own way. */
export interface Field {
  readonly name: string;
  /** English, Title Case, as on screen. */
  readonly label: string;
  readonly kind: 'string' | 'number' | 'boolean' | 'options' | 'multi-options' | 'list' | 'json';
  readonly default: unknown;
  readonly options?: readonly FieldOption[];
  /** One sentence, without the final full stop. */
  readonly description: string;
  readonly placeholder?: string;
}

export interface FieldOption {
  readonly value: string;
  readonly label: string;
  readonly description?: string;
}
