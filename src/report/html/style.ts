/** The look of the report: light and dark by the reader's setting, one column on narrow screens, and print. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --page: #fff; --ink: #1b1f24; --soft: #57606a; --line: #d5dae0; --panel: #f5f7f9; --link: #0a56b3;
  --contradicted: #9d1039; --contradicted-tint: #fde4ea; --contradicted-bar: #c8264f;
  --overstated: #8a3b00; --overstated-tint: #ffecd9; --overstated-bar: #e2791b;
  --unsupported: #6230a0; --unsupported-tint: #f0e7fc; --unsupported-bar: #8b5ad2;
  --missing-caveat: #0a4f7d; --missing-caveat-tint: #dff0fc; --missing-caveat-bar: #2d8bc7;
  --supported: #17603a; --supported-tint: #e0f4e7; --supported-bar: #3b9a60;
  --not-checkable: #4d555e; --not-checkable-tint: #eaedf0; --not-checkable-bar: #98a1ab;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #15181c; --ink: #e4e7eb; --soft: #a4adb8; --line: #363d45; --panel: #1d2126; --link: #7db8ff;
    --contradicted: #ffa3b8; --contradicted-tint: #4a1626; --contradicted-bar: #e2567a;
    --overstated: #ffbd82; --overstated-tint: #462a0e; --overstated-bar: #d98332;
    --unsupported: #d2b6ff; --unsupported-tint: #352357; --unsupported-bar: #9c74de;
    --missing-caveat: #98d0f8; --missing-caveat-tint: #10334d; --missing-caveat-bar: #4499cf;
    --supported: #98e0b2; --supported-tint: #143a22; --supported-bar: #45a56a;
    --not-checkable: #bcc4cc; --not-checkable-tint: #2b3036; --not-checkable-bar: #77818c;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; background: var(--page); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
main:focus, article:focus { outline: none; }
h1, h2, h3, h4, h5, p, ul, ol { margin: 0; }
h1 { font-size: 1.6rem; line-height: 1.2; }
h2 { font-size: 1.3rem; line-height: 1.3; }
h3 { font-size: 1rem; color: var(--soft); font-weight: 600; margin: 1.5rem 0 .5rem; }
.vh { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -100vw; padding: .5rem 1rem; background: var(--page); z-index: 2; }
.skip:focus { left: 0; }
[hidden] { display: none !important; }

.top { padding: 1.5rem 2rem; border-bottom: 1px solid var(--line); }
.top p { color: var(--soft); }
.frame { display: grid; grid-template-columns: 16.5rem minmax(0, 1fr); }
aside { padding: 1.5rem 1rem 1.5rem 2rem; }
.side { position: sticky; top: 1.5rem; max-height: calc(100vh - 3rem); overflow: auto; font-size: .875rem; }
main { padding: 1.5rem 2rem 4rem; min-width: 0; max-width: 84rem; }
main > section, article.page { margin-bottom: 3rem; }
section p + p { margin-top: .25rem; }
section li { margin-left: 1.25rem; }

form p { margin-top: .75rem; }
fieldset { border: 0; padding: 0; margin: .75rem 0 0; }
fieldset legend { padding: 0; }
legend, form label[for] { font-weight: 600; }
fieldset label { display: flex; gap: .4rem; align-items: baseline; padding: .15rem 0; }
.found { margin-left: auto; color: var(--soft); font-variant-numeric: tabular-nums; }
select { width: 100%; font: inherit; padding: .25rem; color: inherit; background: var(--page); border: 1px solid var(--soft); border-radius: 4px; }
button { font: inherit; padding: .25rem .75rem; color: inherit; background: var(--panel); border: 1px solid var(--soft); border-radius: 4px; }
#shown { font-weight: 600; }

.scroll { overflow-x: auto; margin-top: .5rem; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; font-variant-numeric: tabular-nums; }
th, td { padding: .3rem .6rem; border-bottom: 1px solid var(--line); text-align: right; font-weight: 400; vertical-align: baseline; }
thead th { color: var(--soft); font-size: .8125rem; vertical-align: bottom; min-width: 5rem; }
th:first-child { text-align: left; }
.zero { color: var(--soft); }
.drawn { width: 30%; min-width: 8rem; padding-left: 0; }
.bar { display: block; width: 100%; height: .9rem; margin: .15rem 0 -.1rem; }
.swatch { display: block; width: .75rem; height: .75rem; margin: 0 0 .2rem auto; }
table .path { display: block; color: var(--soft); font-size: .8125rem; }

article.page { border-top: 3px solid var(--ink); padding-top: 1rem; }
.path { overflow-wrap: anywhere; }
.facts, .none, .rule, .notice { color: var(--soft); font-size: .875rem; }
.row { display: grid; grid-template-columns: minmax(0, 11fr) minmax(24rem, 10fr); gap: 0 2rem; padding: .2rem .3rem; content-visibility: auto; contain-intrinsic-size: auto 4rem; }
.block { font-family: Charter, Georgia, 'Liberation Serif', serif; font-size: 1.0625rem; max-width: 42rem; overflow-wrap: anywhere; align-self: start; position: sticky; top: 1rem; padding: .15rem 0; }
.block.list { padding-left: 1.2rem; }
.block.list::before { content: '•'; position: absolute; left: .2rem; color: var(--soft); }
.block[class*='level-'] { font-weight: 700; margin-top: .6rem; }
.level-1 { font-size: 1.35rem; }
.level-2 { font-size: 1.2rem; }
.region { font: .75rem/1.4 system-ui, sans-serif; color: var(--soft); border: 1px solid var(--line); border-radius: 3px; padding: 0 .3rem; margin-right: .3rem; }
.brief .row.quiet { display: none; }
.notes { list-style: none; padding: 0; }
.notes.whole { display: grid; grid-template-columns: repeat(auto-fill, minmax(22rem, 1fr)); gap: 0 1rem; align-items: start; }

mark { background: var(--tint); color: inherit; border-radius: 2px; }
mark a { color: inherit; text-decoration: underline; text-decoration-color: var(--bar); text-decoration-thickness: 2px; text-underline-offset: 3px; }
mark.contradicted a { text-decoration-style: double; }
mark.unsupported a, mark.citation a { text-decoration-style: dashed; }
mark.missing-caveat a { text-decoration-style: dotted; }
mark.supported a, mark.not-checkable a { text-decoration-thickness: 1px; }
mark.off, mark.off a { background: none; text-decoration: none; }
mark.off .number { display: none; }
.number { font: 600 .6875rem/1 system-ui, sans-serif; vertical-align: super; padding: 0 .2em; color: var(--tone); display: inline-block; position: relative; text-decoration: none; }
.contradicted { --tone: var(--contradicted); --tint: var(--contradicted-tint); --bar: var(--contradicted-bar); }
.overstated { --tone: var(--overstated); --tint: var(--overstated-tint); --bar: var(--overstated-bar); }
.unsupported, .citation { --tone: var(--unsupported); --tint: var(--unsupported-tint); --bar: var(--unsupported-bar); }
.missing-caveat { --tone: var(--missing-caveat); --tint: var(--missing-caveat-tint); --bar: var(--missing-caveat-bar); }
.supported { --tone: var(--supported); --tint: var(--supported-tint); --bar: var(--supported-bar); }
.not-checkable, .whole { --tone: var(--not-checkable); --tint: var(--not-checkable-tint); --bar: var(--not-checkable-bar); }
.bar-contradicted { fill: var(--contradicted-bar); }
.bar-overstated { fill: var(--overstated-bar); }
.bar-unsupported { fill: var(--unsupported-bar); }
.bar-missing-caveat { fill: var(--missing-caveat-bar); }
.bar-supported { fill: var(--supported-bar); }
.bar-not-checkable { fill: var(--not-checkable-bar); }

.note { font-size: .875rem; line-height: 1.45; background: var(--panel); border-left: 4px solid var(--bar); border-radius: 4px; padding: .5rem .75rem; margin: .2rem 0 .6rem; overflow-wrap: anywhere; }
.note:target { box-shadow: 0 0 0 2px var(--bar); }
.note h4 { font-size: .875rem; }
.back { display: inline-block; position: relative; color: var(--tone); text-decoration: none; padding-right: .4rem; min-width: 1.5rem; }
.back:hover { text-decoration: underline; }
.note p { margin-top: .3rem; }
.badge { background: var(--tint); color: var(--tone); border-radius: 3px; padding: 0 .35rem; font-weight: 600; }
.severity { font-weight: 600; }
.severity.error { color: var(--contradicted); }
.severity.warning { color: var(--overstated); }
.rule { font-size: .8125rem; }
.instead { border-left: 2px solid var(--supported-bar); padding-left: .6rem; margin-top: .5rem; }
.instead h5 { font-size: .75rem; color: var(--supported); }
.instead p { margin: 0; }
.instead p + p { margin-top: .4rem; }
.rule + .reason { border-top: 1px solid var(--line); padding-top: .3rem; }
.sum { font-variant-numeric: tabular-nums; }
.more { display: flex; flex-wrap: wrap; gap: 0 1.5rem; }
details { margin-top: .4rem; min-width: 0; }
details[open] { flex-basis: 100%; }
summary { cursor: pointer; color: var(--link); }
.evidence ul { list-style: none; padding: 0; }
.evidence li { border-top: 1px solid var(--line); padding: .3rem 0; margin-top: .3rem; }
.evidence p { margin: .1rem 0; }
.relation { color: var(--soft); }
.relation::before { content: '· '; }
.study { font-weight: 600; }
.relation { font-weight: 400; }
.sources li { margin-bottom: .75rem; overflow-wrap: anywhere; }
.packs { overflow-wrap: anywhere; }

@media (max-width: 68rem) {
  .row { grid-template-columns: minmax(0, 1fr); }
  .block { position: relative; top: 0; }
}
@media (max-width: 52rem) {
  .frame { display: block; }
  .top, main { padding: 1rem; }
  aside { padding: 1rem 1rem 0; }
  .side { position: static; max-height: none; }
  fieldset { display: flex; flex-wrap: wrap; gap: 0 1rem; }
  .notes.whole { grid-template-columns: minmax(0, 1fr); }
}
@media print {
  :root { color-scheme: light; }
  @page { margin: 1.5cm; }
  body { font-size: 10pt; }
  aside, .skip, .note .source, details.reading { display: none; }
  .frame, .row { display: block; content-visibility: visible; }
  .top, main { padding: 0 0 .5rem; max-width: none; }
  .scroll { overflow: visible; }
  table { font-size: 8pt; }
  thead th { font-size: 7.5pt; }
  th, td { padding: .2rem .3rem; }
  .block { position: static; max-width: none; font-size: 10.5pt; }
  .notes { columns: 2; column-gap: 1rem; }
  .notes.whole { display: block; }
  .note, .block, .sources li { break-inside: avoid; }
  .note, .note h4, .note .facts, .note .rule, section .facts, .sources { font-size: 8.5pt; }
  mark, .badge, .note, rect { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  article.page + article.page { break-before: page; }
  h2, h3 { break-after: avoid; }
}
`;
