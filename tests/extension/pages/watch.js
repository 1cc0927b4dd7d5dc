// The page tells how often it was changed, to whoever can look at its performance.
addEventListener('load', () => {
  const observer = new MutationObserver(changes => {
    for (const { type } of changes) performance.mark('changed', { detail: type });
  });
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
});
