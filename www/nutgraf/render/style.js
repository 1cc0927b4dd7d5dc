/**
 * The look of the views, shared by the page and the element. Colours come in pairs (light, dark) and follow
 * `color-scheme`; every one can be set from outside through its variable.
 */
export const STYLE = `
:root, :host {
  --ng-serif: "Iowan Old Style", Charter, "Source Serif 4", "Source Serif Pro", "Noto Serif", Georgia, serif;
  --ng-sans: -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", system-ui, sans-serif;
  --ng-paper: light-dark(#fbf9f4, #17181b);
  --ng-card: light-dark(#ffffff, #1f2125);
  --ng-ink: light-dark(#1d1b18, #eceae4);
  --ng-muted: light-dark(#625b50, #aaa69c);
  --ng-rule: light-dark(#ddd6c8, #383a40);
  --ng-control: light-dark(#8a8171, #85837c);
  --ng-accent: light-dark(#8f2416, #f0937f);
  --ng-flash: light-dark(#ffe9a8, #5a4a12);
  --ng-quote: light-dark(#fdf1cf, #3a3318);
  --ng-people: light-dark(#1a56a0, #8fc0ff);
  --ng-organisations: light-dark(#71339e, #d2a8f5);
  --ng-places: light-dark(#17683f, #82d5a6);
  --ng-groups: light-dark(#7c4a00, #e8b76a);
  --ng-events: light-dark(#a0264f, #ff9fbd);
  --ng-works: light-dark(#0b6170, #78d3e2);
  --ng-dates: light-dark(#8a4b00, #f1bd6d);
  --ng-amounts: light-dark(#43505f, #b5c2d2);
  --ng-links: light-dark(#43505f, #b5c2d2);
}
.ng-k-people { --ng-kind: var(--ng-people); --ng-line: solid; }
.ng-k-organisations { --ng-kind: var(--ng-organisations); --ng-line: double; }
.ng-k-places { --ng-kind: var(--ng-places); --ng-line: dotted; }
.ng-k-groups { --ng-kind: var(--ng-groups); --ng-line: dotted; }
.ng-k-events { --ng-kind: var(--ng-events); --ng-line: wavy; }
.ng-k-works { --ng-kind: var(--ng-works); --ng-line: wavy; }
.ng-k-dates { --ng-kind: var(--ng-dates); --ng-line: dashed; }
.ng-k-amounts, .ng-k-links { --ng-kind: var(--ng-amounts); --ng-line: dashed; }
.ng-k-quotes { --ng-kind: var(--ng-dates); --ng-line: none; }

.ng-article { font: 1.1875rem/1.65 var(--ng-serif); color: var(--ng-ink); overflow-wrap: anywhere; max-inline-size: 42rem; }
.ng-block { margin: 0 0 1.05em; content-visibility: auto; contain-intrinsic-size: auto 7em; }
.ng-headline { font-size: 1.9rem; line-height: 1.18; font-weight: 700; letter-spacing: -.01em; margin-block-end: .5em; text-wrap: balance; }
.ng-deck { font-size: 1.25rem; color: var(--ng-muted); }
.ng-heading { font: 700 1.05rem/1.3 var(--ng-sans); margin-block: 1.8em .6em; }
.ng-byline, .ng-date, .ng-dateline { font: .9375rem/1.4 var(--ng-sans); color: var(--ng-muted); }
.ng-block.ng-quote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--ng-rule); }
.ng-caption, .ng-credit, .ng-note, .ng-disclaimer, .ng-ai_notice, .ng-related, .ng-furniture {
  font: .875rem/1.5 var(--ng-sans); color: var(--ng-muted); border-block-start: 1px solid var(--ng-rule); padding-block-start: .6em;
}
.ng-block-kind { font: 700 .6875rem/1 var(--ng-sans); letter-spacing: .06em; text-transform: uppercase; color: var(--ng-muted); margin-inline-end: .35em; }
.ng-runin { font-weight: 700; }
.ng-mention {
  color: inherit; border-radius: 3px; padding: .04em .08em; box-decoration-break: clone; -webkit-box-decoration-break: clone;
  background: color-mix(in srgb, var(--ng-kind) 11%, transparent);
  text-decoration: underline var(--ng-line) var(--ng-kind) 2px; text-underline-offset: .22em; text-decoration-skip-ink: none;
}
.ng-form-pronoun, .ng-form-description { background: none; text-decoration-thickness: 1px; }
.ng-mention:hover, .ng-mention.ng-selected { background: color-mix(in srgb, var(--ng-kind) 26%, transparent); }
.ng-labels .ng-mention::after {
  content: attr(data-label); font: 600 .6rem/1 var(--ng-sans); letter-spacing: .03em; color: var(--ng-kind);
  margin-inline-start: .35em; vertical-align: .12em; display: inline-block; text-decoration: none;
}
.ng-quote-text { background: var(--ng-quote); border-radius: 2px; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
.ng-quote-indirect, .ng-quote-mixed { background: none; border-block-end: 1px dotted var(--ng-control); }
.ng-cue { font-style: italic; }
.ng-hidden-character {
  font: 600 .7em/1.3 ui-monospace, monospace; border: 1px solid currentColor; border-radius: 3px; padding: 0 .25em; margin-inline: .15em;
  color: var(--ng-accent); unicode-bidi: isolate; direction: ltr; display: inline-block;
}
.ng-flash { background: var(--ng-flash); box-shadow: 0 0 0 .2em var(--ng-flash); border-radius: 2px; transition: background 1.2s, box-shadow 1.2s; }

.ng-panel, .ng-cards { font: .9375rem/1.5 var(--ng-sans); color: var(--ng-ink); overflow-wrap: anywhere; }
.ng-panel p, .ng-panel figure, .ng-panel blockquote, .ng-panel dl, .ng-panel dd, .ng-panel ol, .ng-cards p, .ng-cards ol { margin: 0; }
.ng-panel section, .ng-cards section { margin-block-end: 1.6rem; }
.ng-eyebrow { font: 700 .75rem/1.3 var(--ng-sans); letter-spacing: .06em; text-transform: uppercase; color: var(--ng-muted); margin: 0 0 .6rem; }
.ng-muted { color: var(--ng-muted); }
.ng-small { font-size: .8125rem; }
.ng-empty { color: var(--ng-muted); padding-block: 1rem; }
.ng-label { color: var(--ng-muted); font-size: .8125rem; }
.ng-go { color: inherit; text-decoration: none; }
.ng-facts-list .ng-go { display: inline-block; min-block-size: 24px; min-inline-size: 24px; }
.ng-go:hover { text-decoration: underline; text-decoration-color: var(--ng-accent); text-underline-offset: .2em; }
:where(.ng-panel, .ng-cards, .ng-article) :is(a, button, select, input, summary):focus-visible { outline: 2px solid var(--ng-accent); outline-offset: 2px; border-radius: 3px; }
.ng-nut { border-inline-start: 4px solid var(--ng-accent); padding-inline-start: 1rem; }
.ng-nut p { font: 500 1.25rem/1.4 var(--ng-serif); text-wrap: pretty; }
.ng-nut .ng-eyebrow { color: var(--ng-accent); margin-block-end: .35rem; }
.ng-fact { display: grid; grid-template-columns: 5.5rem 1fr; column-gap: .75rem; padding-block: .45rem; border-block-start: 1px solid var(--ng-rule); }
.ng-fact dt { color: var(--ng-muted); grid-row: 1 / span 20; font-size: .8125rem; padding-block-start: .1em; }
.ng-fact dd { grid-column: 2; }
.ng-fact cite { font-style: normal; font-weight: 600; }
.ng-fact-ai_notice dd { font-family: var(--ng-serif); }
.ng-summary-head { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: .25rem 1rem; }
.ng-summary-head .ng-eyebrow { margin: 0; }
.ng-length { display: flex; align-items: center; gap: .4rem; flex: 1 1 11rem; max-inline-size: 16rem; }
.ng-length input { flex: 1; min-inline-size: 5rem; block-size: 1.75rem; accent-color: var(--ng-accent); margin: 0; }
.ng-length button, .ng-stepper button {
  inline-size: 1.75rem; block-size: 1.75rem; font: 600 1rem/1 var(--ng-sans); border: 1px solid var(--ng-control); border-radius: 50%;
  background: var(--ng-card); color: var(--ng-ink); cursor: pointer; padding: 0; flex: none;
}
.ng-summary-list { list-style: none; padding: 0; margin-block-start: .6rem !important; }
.ng-summary-list li { padding-block: .65rem; border-block-start: 1px solid var(--ng-rule); }
.ng-summary-list p:first-child { font: 1.0313rem/1.5 var(--ng-serif); }

.ng-swatch { display: inline-block; inline-size: .7rem; block-size: .7rem; border-radius: 2px; margin-inline-end: .45rem; background: var(--ng-kind); vertical-align: -.02em; }
.ng-count { color: var(--ng-muted); font-weight: 400; font-variant-numeric: tabular-nums; letter-spacing: 0; }
.ng-card { border-block-start: 1px solid var(--ng-rule); }
.ng-card > summary { display: grid; grid-template-columns: 1fr auto; gap: 0 .75rem; padding: .5rem .25rem; cursor: pointer; list-style: none; }
.ng-card > summary::-webkit-details-marker { display: none; }
.ng-card > summary:hover { background: color-mix(in srgb, var(--ng-kind) 8%, transparent); }
.ng-card-name { font-weight: 600; }
.ng-role { color: var(--ng-muted); font-size: .875rem; grid-column: 1 / -1; }
.ng-card[open] > summary .ng-card-name { color: var(--ng-kind); }
.ng-card-body { padding: .1rem .25rem 1rem; display: grid; gap: .45rem; }
.ng-stepper { display: flex; align-items: center; gap: .5rem; }
.ng-position { font-variant-numeric: tabular-nums; min-inline-size: 3.2rem; text-align: center; }
.ng-mentions { padding: 0; list-style: none; display: grid; gap: .3rem; font-size: .875rem; }
.ng-mentions a { display: inline-block; padding-block: .15rem; }
.ng-mentions b { color: var(--ng-kind); }
.ng-correct > summary { cursor: pointer; font-size: .8125rem; color: var(--ng-muted); padding-block: .3rem; }
.ng-correct-body { display: grid; gap: .5rem; padding: .5rem 0 0; }
.ng-correct-body label { display: grid; grid-template-columns: 5.5rem 1fr; align-items: center; font-size: .8125rem; }
.ng-correct-body :is(button, select) {
  font: .8125rem/1.3 var(--ng-sans); padding: .35rem .5rem; border: 1px solid var(--ng-control); border-radius: 4px; background: var(--ng-card); color: var(--ng-ink); min-inline-size: 0; text-align: start;
}

.ng-speaker > h3 { font: 700 1.0625rem/1.3 var(--ng-serif); margin: 0; }
.ng-speaker > h3 a { color: inherit; text-decoration: none; }
.ng-speaker > h3 a:hover { text-decoration: underline; }
.ng-nobody > h3 { color: var(--ng-muted); font-style: italic; }
.ng-quote:is(figure) { margin-block-start: .7rem !important; padding-inline-start: .9rem; border-inline-start: 3px solid var(--ng-rule); }
.ng-quote blockquote { font: 1.0313rem/1.5 var(--ng-serif); }
.ng-quote figcaption { display: flex; flex-wrap: wrap; gap: .1rem .6rem; align-items: baseline; margin-block-start: .3rem; font-size: .8125rem; }
.ng-badge { font: 700 .6875rem/1.2 var(--ng-sans); letter-spacing: .04em; text-transform: uppercase; border: 1px solid var(--ng-control); border-radius: 3px; padding: .1rem .35rem; }
.ng-badge-direct { background: var(--ng-quote); }
.ng-badge-indirect { border-style: dashed; }
.ng-because { flex-basis: 100%; }

.ng-timeline { list-style: none; padding: 0; }
.ng-timeline > li { padding: .1rem 0 1.1rem 1.1rem; border-inline-start: 2px solid var(--ng-rule); margin-inline-start: .3rem; position: relative; }
.ng-timeline > li::before { content: ""; position: absolute; inset-block-start: .55rem; inset-inline-start: -.4rem; inline-size: .65rem; block-size: .65rem; border-radius: 50%; background: var(--ng-dates); }
.ng-when { font-weight: 700; }
.ng-when .ng-muted { font-weight: 400; }
.ng-entry { margin-block-start: .35rem; }
.ng-entry p:first-child { font: .9688rem/1.45 var(--ng-serif); }
.ng-words { text-decoration: underline dashed var(--ng-kind); text-underline-offset: .2em; font-weight: 600; }
.ng-strip { margin-block-end: .9rem; }
.ng-strip svg { display: block; inline-size: 100%; }
.ng-axis, .ng-published { stroke: var(--ng-control); stroke-width: 2; fill: none; }
.ng-published { stroke: var(--ng-accent); stroke-dasharray: 4 3; }
.ng-dot { fill: var(--ng-dates); stroke: var(--ng-paper); stroke-width: 1.5; }
.ng-strip-ends { display: flex; justify-content: space-between; }
.ng-timeline + * { margin-block-start: 1rem; }

.ng-notices { display: grid; gap: .5rem; font: .875rem/1.45 var(--ng-sans); }
.ng-notice { margin: 0; padding: .5rem .75rem; border-inline-start: 4px solid var(--ng-dates); background: color-mix(in srgb, var(--ng-dates) 8%, var(--ng-card)); border-radius: 0 4px 4px 0; }
.ng-notice q { font-family: var(--ng-serif); }

@media (prefers-reduced-motion: reduce) { .ng-flash { transition: none; } }
@media (forced-colors: active) {
  .ng-mention { text-decoration-color: LinkText; }
  .ng-quote-text { border-block-end: 1px solid; }
  .ng-flash { outline: 2px solid Highlight; }
  .ng-swatch, .ng-timeline > li::before { forced-color-adjust: none; }
}
@media print {
  .ng-block { content-visibility: visible; }
  .ng-article { font-size: 11pt; max-inline-size: none; }
  .ng-mention { background: none; }
}
`;

/** @type {CSSStyleSheet | undefined} */
let sheet;

/**
 * The style as a sheet to adopt: one for all, and allowed by a policy that forbids inline styles.
 */
export function styleSheet() {
  sheet ??= new CSSStyleSheet();
  if (!sheet.cssRules.length) sheet.replaceSync(STYLE);
  return sheet;
}
