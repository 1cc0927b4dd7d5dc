// Runs before the first paint, so that a reader who chose dark never sees light.
{
  let chosen = null;
  try {
    chosen = localStorage.getItem('nutgraf-theme');
  } catch {
    // Storage may be forbidden; the system's colours are used then.
  }
  if (chosen === 'dark' || chosen === 'light') document.documentElement.dataset.theme = chosen;
}
