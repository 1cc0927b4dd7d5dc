/**
 * Firefox with the extension: its button and its sidebar are parts of the window, which the driver may reach, too.
 */
import { join } from 'node:path';
import { ROOT } from '../chromium/server.mjs';
import { Browser } from '../engines/webdriver.mjs';

const FOLDER = join(ROOT, 'target/pack/extension-firefox');
const NAME = 'nutgraf_nutgraf';

export class Firefox {
  requests = [];
  faults = [];
  #browser;

  static async launch() {
    const browser = await Browser.launch('firefox', ['--allow-system-access']);
    await browser.install(FOLDER);
    // The button stands in a menu until somebody pins it.
    await browser.inWindow(name => {
      globalThis.CustomizableUI.addWidgetToArea(`${name}-browser-action`, 'nav-bar');
    }, NAME);
    return new Firefox(browser);
  }

  /** @param {Browser} browser */
  constructor(browser) {
    this.#browser = browser;
  }

  open(url) {
    return this.#browser.open(url);
  }

  inPage(run, ...args) {
    return this.#browser.evaluate(run, ...args);
  }

  press() {
    return this.#browser.inWindow(name => document.getElementById(`${name}-BAP`).click(), NAME);
  }

  /** The panel is a document of another process, to which a script is sent. */
  async inPanel(run, ...args) {
    const ask = script => {
      const panel = document.getElementById('sidebar').contentDocument?.getElementById('webext-panels-browser');
      if (!panel) return { fault: 'there is no panel' };
      const { messageManager } = panel;
      return new Promise(resolve => {
        const hear = ({ data }) => {
          messageManager.removeMessageListener('nutgraf', hear);
          resolve(data);
        };
        messageManager.addMessageListener('nutgraf', hear);
        messageManager.loadFrameScript(
          `data:application/javascript;charset=utf-8,${encodeURIComponent(script)}`,
          false,
        );
      });
    };
    const { value, fault } = await this.#browser.inWindow(ask, frameScript(run, args));
    if (fault) throw new Error(fault);
    return value;
  }

  closePanel() {
    return this.#browser.inWindow(() => globalThis.SidebarController.hide());
  }

  close() {
    return this.#browser.close();
  }
}

/** A script that runs a function in the document of the panel and sends back what it returns, as the document sees it. */
function frameScript(run, args) {
  const call = JSON.stringify(`(async () => JSON.stringify(await (${run})(...${JSON.stringify(args)})) ?? 'null')()`);
  return `(async () => {
    const sandbox = Components.utils.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
    return { value: JSON.parse(await Components.utils.evalInSandbox(${call}, sandbox)) };
  })().catch(error => ({ fault: String(error) })).then(answer => sendAsyncMessage('nutgraf', answer));`;
}
