// How the playground looks. Every colour is a variable of the theme.

export const STYLE = `
:host { display: block; container-type: inline-size; text-align: left; color: var(--pst-color-text-base, #222); font-size: .9rem; line-height: 1.35; }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
button, select, input, textarea { font: inherit; color: inherit; background: var(--pst-color-surface, #eee);
  border: 1px solid var(--pst-color-border, #777); border-radius: .3rem; max-width: 100%; }
button { cursor: pointer; padding: .3rem .7rem; min-height: 1.9rem; }
button:hover { border-color: var(--pst-color-text-muted, #555); }
button[aria-disabled=true] { opacity: .45; cursor: default; }
select, input { width: 100%; padding: .22rem .3rem; min-height: 1.9rem; }
input[type=range] { padding: 0; border: 0; background: none; accent-color: var(--pst-color-primary, #0a7d91); }
input[type=checkbox] { width: 1.1rem; height: 1.1rem; min-height: 0; margin: 0; accent-color: var(--pst-color-primary, #0a7d91); }
:is(button, select, input, textarea, summary, [tabindex]):focus-visible {
  outline: 3px solid var(--pst-color-primary, #0a7d91); outline-offset: 2px; }
.bar { display: flex; flex-wrap: wrap; gap: .4rem; align-items: center; }
.bar .play { background: var(--pst-color-primary, #0a7d91); border-color: var(--pst-color-primary, #0a7d91);
  color: var(--pst-color-background, #fff); font-weight: 600; min-width: 5.2rem; }
.bar .epoch { margin-left: auto; font-variant-numeric: tabular-nums; color: var(--pst-color-text-muted, #555); }
.bar .epoch b { color: var(--pst-color-text-base, #222); font-size: 1.15rem; font-weight: 600; }
.knobs { display: grid; grid-template-columns: repeat(auto-fill, minmax(5.9rem, 1fr)); gap: .45rem .6rem; margin: .8rem 0 0;
  padding: 0; border: 0; min-width: 0; }
.knobs legend { padding: 0; margin-bottom: .15rem; font-size: .8rem; font-weight: 600; }
.knobs label { display: flex; flex-direction: column; justify-content: space-between; gap: .15rem; font-size: .8rem;
  color: var(--pst-color-text-muted, #555); min-width: 0; }
.knobs label > :is(select, input) { color: var(--pst-color-text-base, #222); font-size: .88rem; }
.knobs .tick { flex-direction: row; justify-content: flex-start; align-items: center; gap: .4rem; align-self: end; min-height: 1.9rem; }
.stage { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem 1.5rem; align-items: start; margin-top: 1rem;
  border-top: 1px solid var(--pst-color-border, #ccc); padding-top: .8rem; }
.left, .right, .weights { min-width: 0; }
.right { width: 100%; max-width: 26rem; justify-self: center; }
.layers { display: flex; align-items: center; justify-content: center; gap: .45rem; font-size: .8rem; margin-bottom: .4rem;
  color: var(--pst-color-text-muted, #555); }
.net { position: relative; display: flex; justify-content: space-between; gap: .3rem; }
.edges { position: absolute; inset: 0; width: 100%; height: 100%; }
.edges path { fill: none; stroke-opacity: .7; }
.plus { stroke: var(--pst-color-primary, #0a7d91); }
.minus { stroke: var(--pst-color-secondary, #8045e5); stroke-dasharray: 5 2; }
.column { position: relative; display: flex; flex-direction: column; align-items: center; gap: .4rem; pointer-events: none; }
.column button { pointer-events: auto; }
.head + .node { margin-top: auto; }
.column .node:last-child { margin-bottom: auto; }
.head { display: flex; align-items: center; justify-content: center; gap: .15rem; height: 1.7rem; font-size: .8rem;
  color: var(--pst-color-text-muted, #555); font-variant-numeric: tabular-nums; white-space: nowrap; }
.small { width: 1.5rem; height: 1.5rem; min-height: 0; padding: 0; line-height: 1; background: var(--pst-color-on-background, #fff); }
.node { position: relative; padding: 0; min-height: 0; border: 1px solid var(--pst-color-text-muted, #777); border-radius: .35rem;
  background: var(--pst-color-on-background, #fff); line-height: 0; }
.node canvas { width: 2.15rem; height: 2.15rem; border-radius: .28rem; display: block; }
.node[data-unit][aria-pressed=true] { outline: 2px solid var(--pst-color-text-base, #222); outline-offset: 1px; }
.node[data-unit]:focus-visible { outline: 3px solid var(--pst-color-primary, #0a7d91); outline-offset: 2px; }
.node[data-feature] { display: flex; flex-direction: row-reverse; align-items: center; border: 0; background: none; gap: .3rem; }
.node[data-feature] canvas { border: 1px solid var(--pst-color-text-muted, #777); }
.node[data-feature] span { font-size: .78rem; line-height: 1; width: 2.5rem; text-align: right; white-space: nowrap; }
.node[data-feature][aria-pressed=false] canvas { opacity: .3; filter: grayscale(.7); border-style: dashed; }
.node[data-feature][aria-pressed=false] span { color: var(--pst-color-text-muted, #555); }
.node[data-feature][aria-pressed=true] span { font-weight: 650; }
.big { display: block; width: 100%; aspect-ratio: 1; border: 1px solid var(--pst-color-border, #999); border-radius: .4rem; }
.shown { margin: 0 0 .35rem; font-size: .8rem; height: 1.7rem; display: flex; align-items: end; justify-content: space-between;
  color: var(--pst-color-text-muted, #555); }
.shown button { font-size: .78rem; min-height: 1.5rem; padding: 0 .5rem; }
.scale { display: flex; gap: .4rem; align-items: center; margin: .35rem 0 0; font-size: .76rem; color: var(--pst-color-text-muted, #555); }
.scale i { flex: 1; height: .55rem; border-radius: .3rem; border: 1px solid var(--pst-color-border, #999);
  background: linear-gradient(90deg, color-mix(in srgb, var(--pst-color-secondary, #8045e5) 56%, var(--pst-color-on-background, #fff)),
    var(--pst-color-on-background, #fff), color-mix(in srgb, var(--pst-color-primary, #0a7d91) 56%, var(--pst-color-on-background, #fff))); }
.chart svg { display: block; width: 100%; height: auto; }
.chart text { font: 11px system-ui, sans-serif; fill: var(--pst-color-text-muted, #555); }
.chart .grid { stroke: var(--pst-color-border, #ccc); }
polyline { fill: none; stroke-width: 2; stroke-linejoin: round; }
polyline.train { stroke: var(--pst-color-text-base, #222); }
polyline.test { stroke: var(--pst-color-secondary, #8045e5); stroke-dasharray: 5 3; }
.losses { width: 100%; margin-top: .5rem; }
.losses .line { width: 1.7rem; height: .6rem; vertical-align: middle; margin-right: .35rem; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: .82rem; }
caption { text-align: left; font-weight: 600; padding: .5rem 0 .15rem; }
th, td { padding: .14rem .4rem; border-bottom: 1px solid var(--pst-color-border, #ccc); text-align: right; font-weight: 400; white-space: nowrap; }
th[scope=row], .losses thead th:first-child { text-align: left; padding-left: 0; }
thead th { color: var(--pst-color-text-muted, #555); }
.wide { overflow-x: auto; }
.weights { margin: 0; padding: 0; border: 0; display: grid; gap: .4rem .6rem;
  grid-template-columns: repeat(auto-fill, minmax(5.4rem, 1fr)); }
.weights legend { padding: 0; margin-bottom: .2rem; font-size: .8rem; font-weight: 600; }
.weights label { font-size: .8rem; color: var(--pst-color-text-muted, #555); }
.weights input { color: var(--pst-color-text-base, #222); }
.say { margin: .8rem 0 0; padding: .45rem .6rem; background: var(--pst-color-surface, #eee); border-radius: .3rem;
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
.note { margin: .5rem 0 0; padding: .45rem .6rem; border-left: 3px solid var(--pst-color-secondary, #8045e5); overflow-wrap: anywhere; }
details { margin-top: .6rem; }
summary { cursor: pointer; font-weight: 600; font-size: .85rem; width: fit-content; color: var(--pst-color-link, #0a6560); }
textarea { width: 100%; min-height: 8rem; padding: .4rem; margin: .2rem 0 .4rem; resize: vertical; background: var(--pst-color-on-background, #fff);
  font-family: var(--pst-font-family-monospace, monospace); font-size: .82rem; }
details p { margin: .4rem 0; }
.error { color: var(--course-wrong, #a3341f); }
.error:empty { display: none; }
.key { margin: .6rem 0 0; font-size: .78rem; color: var(--pst-color-text-muted, #555); }
@container (min-width: 38rem) {
  .stage { grid-template-columns: minmax(0, 1fr) 16.6rem; grid-template-rows: auto 1fr; }
  .right { grid-column: 2; grid-row: 1 / 3; }
}
@container (max-width: 28rem) {
  .node canvas { width: 1.75rem; height: 1.75rem; }
  .node[data-feature] { flex-direction: column-reverse; gap: .15rem; }
  .node[data-feature] span { width: auto; font-size: .68rem; }
  .net { gap: 0; }
  .head > span { display: none; }
}
`;
