const style = (background) => ({
  backgroundColor: background,
  foregroundColors: {
    default: color('--teams-text', '--soft'),
    dark: color('--teams-text', '--soft'),
    light: color('--teams-text', '--soft'),
    accent: color('--teams-link', '--teams-link'),
    good: color('--good', '--good'),
    warning: color('--warn', '--warn'),
    attention: color('--bad', '--bad'),
  },
});

function color(normal, subtle) {
  return { default: `var(${normal})`, subtle: `var(${subtle})` };
}

/** How Teams draws cards, near enough: https://learn.microsoft.com/adaptive-cards/sdk/rendering-cards/javascript/customize-the-card */
export const hostConfig = {
  supportsInteractivity: true,
  fontTypes: {
    default: { fontFamily: 'inherit' },
    monospace: { fontFamily: 'var(--mono)' },
  },
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 22 },
  lineHeights: { small: 17, default: 20, medium: 22, large: 25, extraLarge: 30 },
  spacing: { small: 4, default: 10, medium: 16, large: 22, extraLarge: 28, padding: 14 },
  actions: {
    maxActions: 6,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    buttonSpacing: 8,
    spacing: 'medium',
  },
  factSet: {
    title: { weight: 'Bolder', wrap: true, maxWidth: 150 },
    value: { wrap: true },
    spacing: 14,
  },
  containerStyles: {
    default: style('var(--teams-card)'),
    emphasis: style('var(--sunken)'),
    good: style('var(--good-wash)'),
    attention: style('var(--bad-wash)'),
    warning: style('var(--warn-wash)'),
    accent: style('var(--accent-wash)'),
  },
};
