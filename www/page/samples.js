/**
 * The sample articles. They are fetched when the page loads, so that trying one later asks the network for nothing.
 */

/** @typedef {{ file: string, title: string, note: string }} Sample */

/** @type {Sample[]} */
export const SAMPLES = [
  {
    file: '000_a8c64b679af5019a.txt',
    title: 'Spy chiefs of Russia and the U.S. agree to talk',
    note: 'Finance brief, 2025',
  },
  {
    file: 'clock.txt',
    title: 'Texas student Ahmed Mohamed inspires social movement',
    note: 'Wikinews, 2015, CC BY 2.5',
  },
  {
    file: 'world-cup.txt',
    title: 'World Cup day five: Sweden, Belgium, England win',
    note: 'Wikinews, 2018, CC BY 2.5',
  },
  {
    file: 'ancient-worship.txt',
    title: 'Greek court rules worship of ancient deities is legal',
    note: 'Wikinews, 2006, CC BY 2.5',
  },
  {
    file: 'sensitive-document.txt',
    title: 'Sensitive Canadian document found on rainy streets',
    note: 'Wikinews, 2008, CC BY 2.5',
  },
];

/** @type {Map<string, Promise<string>>} */
const loading = new Map();

/** Starts loading all of them. */
export function preload() {
  for (const { file } of SAMPLES) text(file).catch(() => {});
}

/**
 * @param {string} file
 * @returns {Promise<string>}
 */
export function text(file) {
  const known = loading.get(file);
  if (known) return known;
  const fresh = load(file).catch(error => {
    loading.delete(file);
    throw error;
  });
  loading.set(file, fresh);
  return fresh;
}

/** @param {string} file */
async function load(file) {
  const inlined = document.getElementById('samples-data');
  if (inlined) return JSON.parse(inlined.textContent ?? '{}')[file];
  const response = await fetch(new URL(`../seeds/${file}`, import.meta.url));
  if (!response.ok) throw new Error(`${response.status}`);
  return response.text();
}
