import { Router } from 'express';
import type { z } from 'zod';
import { parse } from '../server/problem';

/** What a stand-in does where the documents are silent: a choice that can be changed while it runs. */
export class Behaviour<Schema extends z.ZodObject> {
  readonly router: Router;
  readonly #schema: Schema;
  #chosen: z.output<Schema>;

  /** Every field of the schema has a default. */
  constructor(schema: Schema) {
    this.#schema = schema;
    this.#chosen = parse(schema, {});
    this.router = Router();
    this.router.get('/', (_req, res) => res.json(this.#chosen));
    this.router.post('/', (req, res) => {
      this.#chosen = parse(this.#schema, { ...this.#chosen, ...req.body });
      res.json(this.#chosen);
    });
  }

  get chosen(): z.output<Schema> {
    return this.#chosen;
  }

  reset(): void {
    this.#chosen = parse(this.#schema, {});
  }
}
