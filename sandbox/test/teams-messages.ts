export const cardOf = (
  more: object = {},
  body: object[] = [{ type: 'TextBlock', text: 'Hi' }],
) => ({
  type: 'AdaptiveCard',
  version: '1.4',
  body,
  ...more,
});
export const messageOf = (...cards: object[]) => ({
  type: 'message',
  attachments: cards.map((content) => ({
    contentType: 'application/vnd.microsoft.card.adaptive',
    contentUrl: null,
    content,
  })),
});
