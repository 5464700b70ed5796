@node "%~dp0codeInBrowser.mjs" %*
