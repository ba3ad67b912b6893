/** What webviews get from four themes of VS Code 1.139.1: the variables that our pages use, and those of its own style for webviews. */
export interface Theme {
  /** Classes of the body. */
  kind: string;
  /** By name without `--vscode-`; undefined where the theme has none. */
  variables: Record<string, string | undefined>;
}

export const THEMES: Record<string, Theme> = {
  light: {
    kind: 'vscode-light',
    variables: {
      contrastBorder: undefined,
      'debugTokenExpression-boolean': '#0000ff',
      'debugTokenExpression-name': '#9b46b0',
      'debugTokenExpression-number': '#098658',
      'debugTokenExpression-string': '#a31515',
      descriptionForeground: '#606060',
      'editor-background': '#ffffff',
      'editor-font-family': 'monospace',
      'editor-foreground': '#202020',
      focusBorder: '#0069cc',
      'font-family': 'system-ui, sans-serif',
      'font-size': '13px',
      'symbolIcon-keywordForeground': '#202020',
      'textBlockQuote-background': '#eaeaea',
      'textCodeBlock-background': '#eaeaea',
      'textLink-foreground': '#0069cc',
      'textPreformat-background': '#ececec',
      'textPreformat-foreground': '#606060',
    },
  },
  dark: {
    kind: 'vscode-dark',
    variables: {
      contrastBorder: undefined,
      'debugTokenExpression-boolean': '#4e94ce',
      'debugTokenExpression-name': '#c586c0',
      'debugTokenExpression-number': '#b5cea8',
      'debugTokenExpression-string': '#ce9178',
      descriptionForeground: '#8c8c8c',
      'editor-background': '#121314',
      'editor-font-family': 'monospace',
      'editor-foreground': '#bbbebf',
      focusBorder: 'rgba(57, 148, 188, 0.7)',
      'font-family': 'system-ui, sans-serif',
      'font-size': '13px',
      'symbolIcon-keywordForeground': '#bfbfbf',
      'textBlockQuote-background': '#242526',
      'textCodeBlock-background': '#242526',
      'textLink-foreground': '#48a0c7',
      'textPreformat-background': '#262626',
      'textPreformat-foreground': '#8c8c8c',
    },
  },
  'high contrast': {
    kind: 'vscode-high-contrast',
    variables: {
      contrastBorder: '#6fc3df',
      'debugTokenExpression-boolean': '#75bdfe',
      'debugTokenExpression-name': '#ffffff',
      'debugTokenExpression-number': '#89d185',
      'debugTokenExpression-string': '#f48771',
      descriptionForeground: 'rgba(255, 255, 255, 0.7)',
      'editor-background': '#000000',
      'editor-font-family': 'monospace',
      'editor-foreground': '#ffffff',
      focusBorder: '#f38518',
      'font-family': 'system-ui, sans-serif',
      'font-size': '13px',
      'symbolIcon-keywordForeground': '#ffffff',
      'textBlockQuote-background': undefined,
      'textCodeBlock-background': '#000000',
      'textLink-foreground': '#21a6ff',
      'textPreformat-background': undefined,
      'textPreformat-foreground': '#ffffff',
    },
  },
  'light high contrast': {
    kind: 'vscode-high-contrast-light vscode-high-contrast',
    variables: {
      contrastBorder: '#0f4a85',
      'debugTokenExpression-boolean': '#0000ff',
      'debugTokenExpression-name': '#292929',
      'debugTokenExpression-number': '#098658',
      'debugTokenExpression-string': '#a31515',
      descriptionForeground: 'rgba(41, 41, 41, 0.7)',
      'editor-background': '#ffffff',
      'editor-font-family': 'monospace',
      'editor-foreground': '#292929',
      focusBorder: '#006bbd',
      'font-family': 'system-ui, sans-serif',
      'font-size': '13px',
      'symbolIcon-keywordForeground': '#292929',
      'textBlockQuote-background': '#f2f2f2',
      'textCodeBlock-background': '#f2f2f2',
      'textLink-foreground': '#0f4a85',
      'textPreformat-background': '#09345f',
      'textPreformat-foreground': '#ffffff',
    },
  },
};

/** The rules of the editor's own style for webviews that touch what our pages hold; in a layer, so that ours win. */
export const EDITOR_STYLE = `
@layer vscode-default {
  body { color: var(--vscode-editor-foreground); background: transparent; padding: 0 20px; margin: 0; }
  a, a code { color: var(--vscode-textLink-foreground); }
  p > a { text-decoration: none; }
  code { color: var(--vscode-textPreformat-foreground); background: var(--vscode-textPreformat-background); }
}
`;
