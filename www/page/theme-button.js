/**
 * Dark or light: as the system has it until the reader chooses; the choice is the one thing that is kept.
 *
 * @param {HTMLElement} button
 */
export function wireTheme(button) {
  const root = document.documentElement;
  const system = matchMedia('(prefers-color-scheme: dark)');
  const isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : system.matches);
  const show = () => button.setAttribute('aria-pressed', String(isDark()));
  button.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    try {
      localStorage.setItem('nutgraf-theme', root.dataset.theme);
    } catch {
      // Without storage the choice lasts until the page is left.
    }
    show();
  });
  system.addEventListener('change', show);
  show();
}
