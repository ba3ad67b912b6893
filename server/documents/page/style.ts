/** Light and dark, narrow and wide, screen and paper; colours have a contrast of at least 7 to 1 for text. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1c1b19; --paper: #fdfcf9; --soft: #f1eee6; --line: #8a8478; --link: #0b4a8f; }
@media (prefers-color-scheme: dark) { :root { --ink: #f2efe8; --paper: #191816; --soft: #27251f; --line: #8f897c; --link: #9cc7ff; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 system-ui, sans-serif; }
main { max-width: 76rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 1rem; }
h2 { font-size: 1.375rem; margin: 2.5rem 0 .5rem; padding-top: .75rem; border-top: 1px solid var(--line); }
h3 { font-size: 1.0625rem; margin: 1.75rem 0 .25rem; }
h1, h2, h3, summary { overflow-wrap: anywhere; }
p, li { max-width: 44rem; overflow-wrap: anywhere; }
a { color: var(--link); }
a:focus-visible, input:focus-visible, summary:focus-visible, .wide:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.sign { font-size: 1.1875rem; background: var(--soft); border-left: .3rem solid var(--line); padding: .75rem 1rem; }
.wide { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; line-height: 1.45; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); }
td { min-width: 4.5rem; overflow-wrap: break-word; }
tbody th { font-weight: 600; min-width: 9rem; }
code { font: .875em ui-monospace, monospace; overflow-wrap: anywhere; }
td code { overflow-wrap: break-word; }
details { margin: 1rem 0; }
.entries { padding: 0; }
.entries > li:not([hidden]) { display: block; margin: .75rem 0; content-visibility: auto; contain-intrinsic-size: auto 5rem; }
.entries details { margin: 0; }
.entries summary { font-weight: 400; }
nav ol { columns: 18rem; padding-left: 1.5rem; margin: 0 0 1.5rem; }
input { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: .25rem; padding: .25rem .5rem; }
.picture svg { display: block; height: auto; font: 13px system-ui, sans-serif; }
.picture text { fill: var(--ink); }
.picture rect { fill: var(--soft); stroke: var(--line); }
.picture .open { stroke-dasharray: 6 4; stroke-width: 2; }
.picture path { fill: none; stroke: var(--line); stroke-width: 1.5; }
.picture .bar { fill: var(--link); stroke: none; }
summary { cursor: pointer; font-weight: 600; padding: .25rem 0; }
@media print { :root { --ink: #000; --paper: #fff; --soft: #fff; } body { font-size: 10pt; } main, p, li { max-width: none; } main { padding: 0; } table { font-size: 8.5pt; } td, tbody th { min-width: 0; padding-right: .4rem; overflow-wrap: anywhere; } summary { list-style: none; } .entries summary { display: none; } .entries > li:not([hidden]) { content-visibility: visible; } h2, h3 { break-after: avoid; } tr, li, svg { break-inside: avoid; } nav, .filter > p { display: none; } details::details-content { content-visibility: visible; block-size: auto; } .picture svg { max-width: 100%; } .wide { overflow: visible; } }
`;
