/**
 * The button of the extension: opens the panel of the window and tells it which tab to read. What was pressed is kept only
 * until the panel knows it.
 */
import { browser } from './browser.js';

/** @type {Map<number, import('./messages.d.ts').Pressed>} by window */
const pressed = new Map();

browser.action.onClicked.addListener(({ id, windowId }) => {
  const what = { tab: id, window: windowId };
  pressed.set(windowId, what);
  // At once: a browser opens a panel only while it handles the press of a button.
  openPanel(windowId);
  const isHeard = browser.runtime.sendMessage(what).catch(() => false);
  isHeard.then(heard => heard && pressed.delete(windowId));
});

// A panel that has just opened asks what it was opened for.
browser.runtime.onMessage.addListener((message, _sender, answer) => {
  if (!('opened' in message)) return;
  answer(pressed.get(message.opened)?.tab ?? null);
  pressed.delete(message.opened);
});

/** @param {number} windowId */
function openPanel(windowId) {
  return browser.sidePanel ? browser.sidePanel.open({ windowId }) : browser.sidebarAction?.open();
}
