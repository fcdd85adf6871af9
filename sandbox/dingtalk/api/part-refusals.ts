const GROUP = 'https://open.dingtalk.com/document/development/the-robot-sends-a-group-message';

const missing = (part: string) => ({ message: `需要${part}属性`, source: GROUP });

/** What a message of a robot lacks. Of a title of Markdown DingTalk says that it is the text. */
export const partRefusals = {
  'miss.param.contentOfText': missing('text->content'),
  'miss.param.textOfLink': missing('link->text'),
  'miss.param.titleOfLink': missing('link->title'),
  'miss.param.messageUrlOfLink': missing('link->messageUrl'),
  'miss.param.markdownTotitle': missing('markdown->text'),
  'miss.param.markdownTotext': missing('markdown->text'),
  'miss.param.actionCardTotitle': missing('actionCard->title'),
  'miss.param.actionCardTotext': missing('actionCard->text'),
  'miss.param.actionCardTosingleTitle': missing('actionCard->singleTitle'),
  'miss.param.actionCardTosingleUrl': missing('actionCard->singleURL'),
  'miss.param.actionCardTobtnsTotitle': missing('actionCard->btns->title'),
  'miss.param.actionCardTobtnsToactionUrl': missing('actionCard->btns->actionURL'),
  'miss.param.photoTophotoUrl': missing('photo->photoURL'),
  'miss.param.audio': missing('audio'),
  'miss.param.file': missing('file'),
  'miss.param.video': missing('video'),
};

export type PartCode = keyof typeof partRefusals;
