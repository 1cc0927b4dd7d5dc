/**
 * Just enough of WebDriver to drive the browsers that Playwright does not: Firefox through geckodriver, WebKitGTK's small
 * browser through its own driver.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** How long a driver may take to start, or a page to become as it should, in milliseconds. */
const PATIENCE = 30_000;
const PAUSE = 50;
/** How an element is called in answers. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

export const BROWSERS = {
  firefox: {
    program: 'geckodriver',
    capabilities: {
      browserName: 'firefox',
      'moz:firefoxOptions': { args: ['-headless'], prefs: { 'devtools.console.stdout.content': true } },
    },
    // Firefox writes its own troubles, too: they come without quotation marks, and from files that are not on the web.
    complaint: /^console\.(error|warn): "|^JavaScript (error|warning): http/,
  },
  webkit: {
    program: 'WebKitWebDriver',
    capabilities: {
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': {
        binary: process.env.MINI_BROWSER,
        args: ['--automation'],
      },
    },
  },
};

export class Browser {
  /** What the browser wrote. */
  output = '';
  #driver;
  #complaint;
  #address = '';

  /**
   * @param {keyof typeof BROWSERS} name
   * @param {string[]} [options] of the driver
   */
  static async launch(name, options = []) {
    const { program, capabilities, complaint } = BROWSERS[name];
    const port = await freePort();
    const driver = spawn(program, [`--port=${port}`, ...options], { stdio: 'pipe' });
    const browser = new Browser(driver, complaint);
    try {
      await browser.#start(`http://127.0.0.1:${port}`, capabilities);
      return browser;
    } catch (error) {
      driver.kill();
      throw new Error(`${name} does not start: ${browser.output}`, { cause: error });
    }
  }

  /**
   * @param {import('node:child_process').ChildProcess} driver
   * @param {RegExp} [complaint] how the browser writes what is wrong on the console of a page
   */
  constructor(driver, complaint) {
    this.#driver = driver;
    this.#complaint = complaint;
    for (const stream of [driver.stdout, driver.stderr]) {
      stream?.on('data', bytes => {
        this.output += bytes;
      });
    }
  }

  async #start(root, capabilities) {
    await until(async () => (await fetch(`${root}/status`)).ok);
    const { sessionId } = await ask('POST', `${root}/session`, { capabilities: { alwaysMatch: capabilities } });
    this.#address = `${root}/session/${sessionId}`;
  }

  /** The errors and warnings on the console of the page, as far as the browser writes them. */
  async complaints() {
    if (!this.#complaint) return [];
    const last = 'all is said';
    await this.evaluate(last => window.console.error(last), last);
    const found = () => this.output.split('\n').filter(line => this.#complaint.test(line));
    await until(async () => found().some(line => line.includes(last)), 'the console');
    return found().filter(line => !line.includes(last));
  }

  /** @param {string} url */
  open(url) {
    return ask('POST', `${this.#address}/url`, { url });
  }

  /**
   * Runs a function in the page and gives what it returns.
   *
   * @param {Function} run
   * @param {...unknown} args
   */
  evaluate(run, ...args) {
    const script = `return (${run}).apply(null, arguments)`;
    return ask('POST', `${this.#address}/execute/sync`, { script, args });
  }

  /**
   * Waits until a function in the page returns something true, and gives it.
   *
   * @param {Function} run
   * @param {...unknown} args
   */
  until(run, ...args) {
    return until(() => this.evaluate(run, ...args), `${run} ${args}`);
  }

  /** @param {string} selector */
  async click(selector) {
    await ask('POST', `${await this.#find(selector)}/click`, {});
  }

  /**
   * Types into an element; keys that are no letters have code points of their own.
   *
   * @param {string} selector
   * @param {string} text
   */
  async type(selector, text) {
    await ask('POST', `${await this.#find(selector)}/value`, { text });
  }

  /**
   * Chooses from a list, whose choices have no place on the screen before it is opened.
   *
   * @param {string} selector
   * @param {string} value
   */
  async choose(selector, value) {
    await this.#find(selector);
    await this.evaluate(
      (selector, value) => {
        const list = document.querySelector(selector);
        list.value = value;
        list.dispatchEvent(new Event('change', { bubbles: true }));
      },
      selector,
      value,
    );
  }

  /**
   * Installs an add-on into Firefox until it ends.
   *
   * @param {string} path of its folder
   */
  install(path) {
    return ask('POST', `${this.#address}/moz/addon/install`, { path, temporary: true });
  }

  /**
   * Runs a function in the window of Firefox, around all pages, and gives what it returns, at once or later. The driver must
   * have been given `--allow-system-access`.
   *
   * @param {Function} run
   * @param {...unknown} args
   */
  async inWindow(run, ...args) {
    const enter = (/** @type {string} */ context) => ask('POST', `${this.#address}/moz/context`, { context });
    const script = `const done = arguments[arguments.length - 1];
      Promise.resolve((${run}).apply(null, arguments)).then(done, error => done({ fault: String(error) }));`;
    await enter('chrome');
    try {
      return await ask('POST', `${this.#address}/execute/async`, { script, args });
    } finally {
      await enter('content');
    }
  }

  async close() {
    await ask('DELETE', this.#address).catch(() => {});
    this.#driver.kill();
    if (this.#driver.exitCode === null) await once(this.#driver, 'exit');
  }

  /** The address of the first element that fits and can be seen, once there is one. */
  async #find(selector) {
    const found = await this.until(
      selector => [...document.querySelectorAll(selector)].find(element => element.getClientRects().length) ?? null,
      selector,
    );
    return `${this.#address}/element/${found[ELEMENT]}`;
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/**
 * Tries until it gives something true; an error counts as a try.
 *
 * @template T
 * @param {() => Promise<T>} attempt
 * @param {unknown} [what] is waited for
 */
export async function until(attempt, what = attempt) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const found = await attempt().catch(error => (Date.now() < end ? null : Promise.reject(error)));
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise(resolve => setTimeout(resolve, PAUSE));
  }
}

async function ask(method, address, body) {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(address, { method, headers, body: body && JSON.stringify(body) });
  const { value } = await answer.json();
  if (!answer.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}
