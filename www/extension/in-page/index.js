/**
 * In the page of the tab: reads its article for the panel and marks what was found. It listens to the panel alone, reads
 * the page without changing it, and takes its marks away when the panel closes.
 */
import { join } from '../../page/blocks.js';
import { articleIn } from '../../page/html/article.js';
import { SHOWN } from '../../page/html/look.js';
import { browser } from '../browser.js';
import { canMark, clear, goTo, show } from './marks.js';
import { Places } from './places.js';

/** @typedef {import('../api.d.ts').Port<import('../messages.d.ts').ToTab>} Port */
/** @typedef {import('../messages.d.ts').FromTab} FromTab */
/** @typedef {import('../../page/input.js').Form} Form */

/**
 * The article of the page as it is now, in the forms there are, and where the words of each form stand.
 *
 * @returns {{ article: FromTab, places: Places[] }}
 */
function read() {
  const { story, whole, about, hasStory } = articleIn(document, SHOWN);
  const url = about.url || location.href;
  /** @param {Form['name']} name @param {typeof story} parts @returns {Form} */
  const form = (name, parts) => ({ name, input: { ...join(parts), date: about.date, url } });
  const forms = [form('article', story)];
  if (story.length < whole.length) forms.push(form('whole', whole));
  return {
    article: { forms, hasStory, title: document.title, url: location.href },
    places: [new Places(story), new Places(whole)],
  };
}

/** @type {Port | undefined} to the panel that asked last */
let current;

/** @param {Port} port */
function serve(port) {
  current = port;
  const { article, places } = read();
  /** @param {FromTab} message */
  const tell = message => port.postMessage(message);
  port.onMessage.addListener(message => {
    const of = places[message.of];
    if ('mark' in message) return tell({ marked: canMark() ? show(message.mark, of) : null });
    const range = of.rangeOf(message.show);
    if (range) goTo(range);
    else tell({ lost: message.show });
  });
  const end = () => {
    port.disconnect();
    if (port === current) clear();
  };
  port.onDisconnect.addListener(end);
  // Firefox keeps the lines of a page that has been left but may come back.
  addEventListener('pagehide', end, { once: true });
  tell(article);
}

const world = /** @type {{ nutgrafServes?: typeof serve }} */ (globalThis);
// The button may be pressed again on the same page: then the listener that is there reads it anew.
if (!world.nutgrafServes) {
  world.nutgrafServes = serve;
  browser.runtime.onConnect.addListener(serve);
}
