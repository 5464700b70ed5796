// Gives the terminal program and its fake disk the paths of Windows, on any system. Required before they are loaded.
// oxlint-disable no-underscore-dangle -- Node's name
const Module = require('node:module');
const { win32 } = require('node:path');

const load = Module._load;
const USERS = /\/src\/cli\/|\/support\/terminal\.ts$/;

Module._load = function loadWithWindowsPaths(request, parent, ...rest) {
  const isPath = request === 'node:path' && USERS.test(parent?.filename?.replaceAll('\\', '/'));
  return isPath ? win32 : load.call(this, request, parent, ...rest);
};
