/** Where the chats of the sandbox call back, as the response nodes of the example listen. */
export const nodeRedDoors = (nodeRedUrl) => {
  const at = (chat) => `${nodeRedUrl}/alertwire/answers/${chat}`;
  const slack = at('slack');
  return {
    slack: { interactivity: slack, commands: slack, events: slack },
    teams: { bot: at('teams') },
    mattermost: { command: at('mattermost') },
  };
};
