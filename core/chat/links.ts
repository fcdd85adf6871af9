import type { CardNode } from '../alert/card';
import type { Link } from '../alert/event';
import type { Sentences } from '../i18n/index';

type NodeOf<Kind extends CardNode['kind']> = Extract<CardNode, { kind: Kind }>;

/** Every usable link; one without words is called by its address. */
export const writeLinks = <Written>(
  links: readonly Link[],
  write: (href: string, label: string) => Written | undefined,
): readonly Written[] => links.flatMap(({ href, text }) => write(href, text ?? href) ?? []);

export const asLinks = ({ images, ...node }: NodeOf<'images'>, s: Sentences): NodeOf<'links'> => ({
  ...node,
  kind: 'links',
  links: images.map(({ src, alt }) => ({ href: src, text: `🖼 ${alt ?? s.section.image}` })),
});
