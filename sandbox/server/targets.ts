import { Problem } from './problem';
import { TargetSetting } from './target';

/** Each on-call stand-in has a target of its own. */
export class Targets {
  readonly #settings: ReadonlyMap<string, TargetSetting>;

  constructor(platforms: readonly string[]) {
    this.#settings = new Map(platforms.map((id) => [id, new TargetSetting()]));
  }

  of(platform: string): TargetSetting {
    const setting = this.#settings.get(platform);
    if (setting) return setting;
    const known = [...this.#settings.keys()].join(', ');
    const message = `There is no on-call stand-in ${JSON.stringify(platform)}; there are: ${known}.`;
    throw new Problem(400, 'unknown_platform', message);
  }
}
