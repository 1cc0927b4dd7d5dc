/**
 * The tab beside the panel: its article comes in when the button is pressed, and what was found is marked there.
 */
import { find, h } from '../nutgraf/render/dom.js';
import { groupOfKind } from '../nutgraf/report-view/kinds.js';
import { marksOf } from '../nutgraf/report-view/marks.js';
import { say } from '../nutgraf/report-view/strings.js';
import { byId } from '../page/elements.js';
import { browser } from './browser.js';
import { EXTENSION } from './strings.js';

/** @typedef {import('../nutgraf/types.js').Report} Report */
/** @typedef {import('../nutgraf/types.js').Span} Span */
/** @typedef {import('../page/tab.js').Tab} Tab */
/** @typedef {import('../page/tab.js').Listener} Listener */
/** @typedef {import('../page/input.js').Form} Form */
/** @typedef {import('./messages.d.ts').Mark} Mark */
/** @typedef {import('./api.d.ts').Port<import('./messages.d.ts').FromTab>} Port */
/** @typedef {Extract<import('./messages.d.ts').FromTab, { forms: Form[] }>} Article */

class OpenTab {
  #note = h('div', { id: 'tab', role: 'status' });
  #marking = /** @type {HTMLInputElement} */ (h('input', { type: 'checkbox', checked: true }));
  /** @type {Listener | undefined} */
  #listener;
  /** @type {Port | null} to the page whose article is shown */
  #port = null;
  #id = -1;
  /** @type {Form[]} */
  #forms = [];
  /** Which of the forms is read. */
  #of = 0;
  /** @type {Mark[]} */
  #marks = [];

  /** @param {Listener} listener */
  async wire(listener) {
    this.#listener = listener;
    byId('main').prepend(this.#note);
    this.#marking.addEventListener('change', () => this.#send());
    const { id: own } = await browser.windows.getCurrent();
    browser.runtime.onMessage.addListener((message, _sender, answer) => {
      if (!('tab' in message) || message.window !== own) return;
      answer(true);
      this.#read(message.tab);
    });
    const pressed = await browser.runtime.sendMessage({ opened: own });
    if (typeof pressed === 'number') this.#read(pressed);
    else this.#say(say(EXTENSION.press, { shortcut: await shortcut() }));
  }

  /**
   * @param {string} text
   * @param {Report} report
   * @param {(kind: string) => boolean} isShown
   */
  mark(text, report, isShown) {
    this.#of = this.#forms.findIndex(({ input }) => input.text === text);
    this.#marks = marksOf(report, isShown).flatMap(({ layer, start, end, id }) => {
      if (layer === 'quote') return [{ name: 'quotes', start, end }];
      return layer === 'mention' ? [{ name: groupOfKind(report.entities[id].kind), start, end }] : [];
    });
    this.#send();
  }

  /** @param {Span} place */
  show({ start, end }) {
    if (!this.#port || this.#of < 0) return false;
    this.#port.postMessage({ show: { start, end }, of: this.#of });
    browser.tabs.update(this.#id, { active: true });
    return true;
  }

  /** @param {number} id */
  async #read(id) {
    this.#say(EXTENSION.reading);
    try {
      await browser.scripting.executeScript({ target: { tabId: id }, files: ['in-page.js'] });
      await browser.scripting.insertCSS({ target: { tabId: id }, files: ['marks.css'] });
    } catch {
      return this.#say(EXTENSION.forbidden);
    }
    const port = browser.tabs.connect(id, { name: 'nutgraf' });
    let isHeard = false;
    port.onMessage.addListener(message => {
      isHeard = true;
      if ('forms' in message) this.#hear(message, port, id);
      else if ('lost' in message) this.#listener?.onLost(message.lost);
      else if (message.marked === null) this.#say(EXTENSION.cannotMark);
    });
    // Firefox lets the reader into some of its own pages without a word, and then does not run it.
    port.onDisconnect.addListener(() => (isHeard ? this.#lose(port) : this.#say(EXTENSION.forbidden)));
  }

  /**
   * @param {Article} article
   * @param {Port} port
   * @param {number} id
   */
  #hear(article, port, id) {
    const take = () => {
      const before = this.#port;
      this.#port = port;
      this.#id = id;
      this.#forms = article.forms;
      before?.disconnect();
      this.#say(h('cite', { title: article.url }, article.title), h('label', null, this.#marking, EXTENSION.mark));
      this.#listener?.onTake(article.forms);
    };
    if (article.hasStory) return take();
    const words = article.forms[0].input.text.trim();
    const all = h('button', { type: 'button' }, EXTENSION.readAll);
    all.addEventListener('click', take);
    this.#say(EXTENSION.noArticle, ...(words ? [all] : []));
  }

  /** @param {Port} port */
  #lose(port) {
    if (port !== this.#port) return;
    this.#port = null;
    find(this.#note, 'label')?.replaceWith(EXTENSION.left);
  }

  #send() {
    // What is read may be another article, put aside before: then nothing of it is in this tab.
    const isHere = this.#of >= 0 && this.#marking.checked;
    this.#port?.postMessage({ mark: isHere ? this.#marks : [], of: Math.max(0, this.#of) });
  }

  /** @param {...(Node | string)} what */
  #say(...what) {
    this.#note.replaceChildren(...what);
  }
}

/** The keys that press the button; empty if there are none. */
async function shortcut() {
  const commands = await browser.commands.getAll();
  const keys = commands.find(({ name }) => name === '_execute_action')?.shortcut;
  return keys ? say(EXTENSION.shortcut, { keys }) : '';
}

/** @type {Tab} */
export const tab = new OpenTab();
