/** What an app's robot sends by its `msgKey`, in the words of a webhook's message. */
export function webhookForm({ msgKey, msgParam }) {
  if (msgKey === 'sampleMarkdown') return { msgtype: 'markdown', markdown: msgParam };
  if (msgKey === 'sampleLink') return { msgtype: 'link', link: msgParam };
  if (/^sampleActionCard\d?$/.test(msgKey)) {
    return { msgtype: 'actionCard', actionCard: actionCard(msgKey, msgParam) };
  }
  return { msgtype: 'text', text: { content: plainText(msgKey, msgParam) } };
}

function actionCard(msgKey, params) {
  if (msgKey === 'sampleActionCard') return params;
  const beside = msgKey === 'sampleActionCard6';
  const [title, address] = beside ? ['buttonTitle', 'buttonUrl'] : ['actionTitle', 'actionURL'];
  const btns = [1, 2, 3, 4, 5]
    .filter((number) => params[`${title}${number}`])
    .map((number) => ({
      title: params[`${title}${number}`],
      actionURL: params[`${address}${number}`],
    }));
  return { title: params.title, text: params.text, btns, btnOrientation: beside ? '1' : '0' };
}

const SIGNS = { sampleImageMsg: '🖼', sampleAudio: '🔊', sampleVideo: '🎞', sampleFile: '📄' };

function plainText(msgKey, { content, fileName, photoURL }) {
  return content ?? `${SIGNS[msgKey] ?? ''} ${fileName ?? photoURL ?? ''}`.trim();
}
