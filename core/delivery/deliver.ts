import { buildCard } from '../alert/build-card';
import type { AlertCard } from '../alert/card';
import { asText } from '../alert/card-text';
import { digest } from '../alert/digest';
import type { AlertState } from '../alert/state';
import { type ButtonRules, withButtons } from '../answers/buttons';
import { findTransport } from '../chat/index';
import type {
  ChatPlatform,
  ChatTransport,
  Rendered,
  RenderOptions,
  TransportId,
} from '../chat/platform';
import type { FilterDecision } from '../filter/rules';
import { sentences } from '../i18n/index';
import type { Clock, Http } from '../ports';
import { planDelivery } from './plan';
import { posting, type Whereto } from './posting';
import { unknownChat, unreadable } from './problems';
import type { Receipt } from './receipt';
import { sentReceipt, unsentReceipt } from './receipt-of';
import { type SendLimits, send } from './send';
import { holdsAlert, storyOf, type Told } from './story-of';

export interface Destination extends SendLimits, Whereto {
  /** As listed by `listChatPlatforms`. */
  readonly chat: string;
  readonly transport: string;
  readonly options?: RenderOptions | undefined;
  readonly http: Http;
  readonly clock: Clock;
}

export type AlertDelivery = Destination &
  Told & {
    /** The filter's word; without one the event is announced. */
    readonly decision?: FilterDecision | undefined;
    /** None where absent. */
    readonly buttons?: ButtonRules | undefined;
  };

export interface TextDelivery extends Destination {
  readonly text: string;
}

/** Brings one event of an alert to one destination. Exactly one Receipt; never rejects. */
export const deliverAlert = async (delivery: AlertDelivery): Promise<Receipt> =>
  reach(delivery, ({ platform, transport, via }) => {
    const { decision } = delivery;
    const options = optionsFor(delivery);
    const plan = planDelivery(transport, decision, sentences(options.language));
    if (plan.do === 'skip') return plan;
    if (!holdsAlert(delivery)) return undefined;
    const story = storyOf(delivery);
    const card = buildCard(story, options);
    return platform.render(dressed(card, story, delivery), options, via);
  });

const dressed = (
  card: AlertCard,
  story: AlertState,
  { buttons, chat, transport, clock, options }: AlertDelivery,
): AlertCard =>
  buttons
    ? withButtons(
        card,
        story,
        buttons,
        { destination: `${chat} ${transport}` },
        clock.now(),
        options?.language,
      )
    : card;

/** The filter can only take sound and mentions away. */
export const optionsFor = ({
  options,
  decision,
}: Pick<AlertDelivery, 'options' | 'decision'>): RenderOptions => ({
  ...options,
  ...(decision?.silent === true && { silent: true }),
});

/** Brings a plain message to one destination. Exactly one Receipt; never rejects. */
export const deliverText = async (delivery: TextDelivery): Promise<Receipt> =>
  reach(delivery, ({ platform, via }) =>
    platform.renderText(asText(delivery.text), delivery.options ?? {}, via),
  );

interface Target {
  readonly platform: ChatPlatform;
  readonly transport: ChatTransport;
  readonly via: TransportId;
}

interface Skipped {
  readonly do: 'skip';
  readonly reasons: readonly string[];
}

const reach = async (
  destination: Destination,
  prepare: (target: Target) => Rendered | Skipped | undefined,
): Promise<Receipt> => {
  const target = findTransport(destination.chat, destination.transport);
  if (!target) return unsentReceipt(destination, { receipt: 'failed', problem: unknownChat });
  const prepared = attempt(() => prepare(target));
  if (!prepared) return unsentReceipt(destination, { receipt: 'failed', problem: unreadable });
  if ('do' in prepared) {
    return unsentReceipt(destination, { receipt: 'skipped', reasons: prepared.reasons });
  }
  const { http, clock, options } = destination;
  const key = digest(clock.now(), clock.random()).slice(0, 32);
  const steps = () => posting(target.transport, prepared.payload, destination, key);
  const sent = await send(steps, http, clock, destination);
  return sentReceipt(destination, prepared, sent, options?.language);
};

const attempt = <T>(prepare: () => T): T | undefined => {
  try {
    return prepare();
  } catch {
    return undefined;
  }
};
