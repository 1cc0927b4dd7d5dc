/**
 * Chromium with the extension: its button is pressed by the browser's own protocol, and its side panel is a target of it.
 */
import { join } from 'node:path';
import { ARGUMENTS, EXECUTABLE, require } from '../chromium/browser.mjs';
import { ROOT } from '../chromium/server.mjs';
import { until } from '../engines/webdriver.mjs';

const { chromium } = require('playwright-core');
const FOLDER = join(ROOT, 'target/pack/extension-chromium');

export class Chromium {
  /** What the panel asked for, by address. */
  requests = [];
  /** What went wrong in the panel. */
  faults = [];
  #context;
  #page;
  #protocol;
  #id;
  /** @type {{ target: string, session: string } | null} */
  #panel = null;
  /** @type {Map<number, (answer: any) => void>} */
  #waiting = new Map();
  #last = 0;

  static async launch() {
    const loading = [
      '--headless=new',
      `--disable-extensions-except=${FOLDER}`,
      `--load-extension=${FOLDER}`,
      '--disable-features=DisableLoadExtensionCommandLineSwitch',
      '--enable-unsafe-extension-debugging',
    ];
    const context = await chromium.launchPersistentContext('', {
      executablePath: EXECUTABLE,
      headless: false,
      args: [...ARGUMENTS, ...loading],
    });
    const service = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    // A button that is pressed before the extension has ever run is pressed in vain.
    await until(
      () => service.evaluate(() => globalThis.chrome.action.onClicked.hasListeners()),
      'the extension to run',
    );
    const protocol = await context.browser().newBrowserCDPSession();
    return new Chromium(context, await context.newPage(), protocol, new URL(service.url()).host);
  }

  constructor(context, page, protocol, id) {
    this.#context = context;
    this.#page = page;
    this.#protocol = protocol;
    this.#id = id;
    protocol.on('Target.receivedMessageFromTarget', ({ message }) => this.#hear(JSON.parse(message)));
  }

  open(url) {
    return this.#page.goto(url);
  }

  inPage(run, ...args) {
    return this.#page.evaluate(`(${run})(...${JSON.stringify(args)})`);
  }

  /** Presses the button of the extension in the tab. */
  async press() {
    const { targetInfos } = await this.#protocol.send('Target.getTargets', { filter: [{ type: 'tab' }] });
    const { targetId } = targetInfos.find(({ url }) => url === this.#page.url());
    await this.#protocol.send('Extensions.triggerAction', { id: this.#id, targetId });
  }

  async inPanel(run, ...args) {
    if (!this.#panel) await this.#findPanel();
    const expression = `(${run})(...${JSON.stringify(args)})`;
    const { result, exceptionDetails } = await this.#ask('Runtime.evaluate', {
      expression,
      returnByValue: true,
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  async closePanel() {
    await this.#protocol.send('Target.closeTarget', { targetId: this.#panel.target });
    this.#panel = null;
  }

  close() {
    return this.#context.close();
  }

  async #findPanel() {
    const address = `chrome-extension://${this.#id}/panel.html`;
    const target = await until(async () => {
      const { targetInfos } = await this.#protocol.send('Target.getTargets');
      return targetInfos.find(({ type, url }) => type === 'page' && url === address)?.targetId;
    }, 'the side panel');
    const { sessionId } = await this.#protocol.send('Target.attachToTarget', { targetId: target, flatten: false });
    this.#panel = { target, session: sessionId };
    for (const domain of ['Runtime', 'Log', 'Network']) await this.#ask(`${domain}.enable`, {});
  }

  #ask(method, params) {
    this.#last += 1;
    const id = this.#last;
    const answer = new Promise((resolve, reject) => {
      this.#waiting.set(id, ({ result, error }) => (error ? reject(new Error(error.message)) : resolve(result)));
    });
    const message = JSON.stringify({ id, method, params });
    this.#protocol.send('Target.sendMessageToTarget', { sessionId: this.#panel.session, message });
    return answer;
  }

  #hear({ id, method, params, ...answer }) {
    if (id) this.#waiting.get(id)?.(answer);
    else if (method === 'Network.requestWillBeSent') this.requests.push(params.request.url);
    else if (method === 'Log.entryAdded') this.faults.push(params.entry.text);
    else if (method === 'Runtime.exceptionThrown') this.faults.push(params.exceptionDetails.text);
  }
}
