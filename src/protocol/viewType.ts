/** The type of the report's webview; VS Code puts a prefix before it in its tabs. */
export const REPORT_VIEW = 'apiSpend.report';
