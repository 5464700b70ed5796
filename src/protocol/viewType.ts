/** Type of the report's webview; VS Code prefixes it in the inputs of tabs. */
export const REPORT_VIEW = 'apiSpend.report';
