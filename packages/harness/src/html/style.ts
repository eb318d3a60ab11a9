// How reports look: system fonts, two themes, and colours that never say anything alone. Contrast is WCAG AA in both themes.

export const STYLE = `
:root{color-scheme:light dark;
--bg:#f5f6f8;--card:#fff;--sunken:#f0f2f5;--text:#182030;--soft:#515c70;--line:#d9dee6;--link:#1f4fc4;
--good:#0b6b37;--good-bg:#e3f4ea;--bad:#ab1f17;--bad-bg:#fdeae8;--warn:#7a4d00;--warn-bg:#fdf1d8;--calm:#40506b;
--calm-bg:#e8ecf3;
--shadow:0 1px 2px rgb(20 30 50/.06),0 4px 14px rgb(20 30 50/.05)}
@media (prefers-color-scheme:dark){:root{
--bg:#0f1218;--card:#181c25;--sunken:#11151c;--text:#e7eaf1;--soft:#a9b3c5;--line:#2d3441;--link:#93b4ff;
--good:#76d69c;--good-bg:#12291d;--bad:#ff9f97;--bad-bg:#3a1a18;--warn:#f3c877;--warn-bg:#30250f;--calm:#b8c4da;
--calm-bg:#232a37;
--shadow:none}}
*{box-sizing:border-box}
html{scroll-padding-top:4rem}
body{margin:0;background:var(--bg);color:var(--text);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,
"Helvetica Neue",sans-serif}
.wrap{max-width:75rem;margin:0 auto;padding:0 1.5rem}
a{color:var(--link);text-underline-offset:.15em}
h1,h2,h3,h4{line-height:1.25;margin:0;text-wrap:balance}
h1{font-size:clamp(1.5rem,1.1rem + 1.8vw,2.3rem);letter-spacing:-.02em;font-weight:700}
h2{font-size:1.35rem;letter-spacing:-.01em;margin:0 0 1rem}
h3{font-size:1.12rem}
h4{font-size:.95rem;margin:1.25rem 0 .4rem}
p{margin:.4rem 0;max-width:75ch}
code,pre,kbd{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.86em}
pre{margin:0;white-space:pre-wrap;word-break:break-all;line-height:1.5}
.body{max-height:24rem;overflow-y:auto}
code{overflow-wrap:anywhere}
:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:4px}
main:focus{outline:none}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:.5rem;background:var(--card);padding:.5rem 1rem;z-index:9}
header{background:var(--card);border-bottom:1px solid var(--line);padding:2rem 0 1.75rem}
.over{color:var(--soft);font-size:.9rem;margin:0 0 .6rem}
.over code{color:var(--text)}
.under{color:var(--soft);font-size:.9rem;margin:1rem 0 0;max-width:none}
nav{background:var(--card);border-bottom:1px solid var(--line);position:sticky;top:0;z-index:5}
nav ul{display:flex;gap:.25rem;list-style:none;margin:0 -.75rem;padding:0;overflow-x:auto}
nav a{display:block;padding:.7rem .75rem;text-decoration:none;color:var(--text);white-space:nowrap;font-size:.95rem}
nav a:hover{text-decoration:underline}
.count{color:var(--soft);font-variant-numeric:tabular-nums;font-size:.85em}
main.wrap{padding-top:1.75rem;padding-bottom:3rem}
main>section{margin:0 0 2.5rem}
.nothing-shown{display:none}
footer{border-top:1px solid var(--line);color:var(--soft);font-size:.85rem;padding:1rem 0 2rem}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,15.5rem),1fr));gap:.75rem;
margin:1.5rem 0 0;padding:0;list-style:none}
.cards>li{border:1px solid var(--line);border-left-width:5px;border-radius:8px;padding:.8rem 1rem;
background:var(--card)}
.cards .who{font-size:.9rem;color:var(--soft)}
.cards .word{font-size:1.3rem;font-weight:700;letter-spacing:-.01em}
.cards p{font-size:.88rem;margin:.25rem 0 0}
.cards .good{border-left-color:var(--good)}.cards .bad{border-left-color:var(--bad)}
.cards .warn{border-left-color:var(--warn)}.cards .calm{border-left-color:var(--calm)}
.good .word,.t-good{color:var(--good)}.bad .word,.t-bad{color:var(--bad)}.warn .word,.t-warn{color:var(--warn)}
.mark{display:inline-block;border-radius:5px;padding:.05rem .5rem;font-size:.8rem;font-weight:600;
white-space:nowrap;line-height:1.5}
.mark.good{color:var(--good);background:var(--good-bg)}.mark.bad{color:var(--bad);background:var(--bad-bg)}
.mark.warn{color:var(--warn);background:var(--warn-bg)}.mark.calm{color:var(--calm);background:var(--calm-bg)}
.box{background:var(--card);border:1px solid var(--line);border-radius:10px;box-shadow:var(--shadow);
padding:1.25rem 1.4rem;margin:0 0 1rem;overflow-wrap:anywhere}
.box>header,.box .top{background:none;border:0;padding:0;display:flex;flex-wrap:wrap;gap:.4rem .7rem;
align-items:baseline}
.num{color:var(--soft);font-variant-numeric:tabular-nums;font-weight:600}
.id{color:var(--soft);font-size:.85rem}
.fix{border-left:4px solid var(--good);background:var(--good-bg);border-radius:0 6px 6px 0;padding:.6rem .9rem;
margin:.9rem 0;max-width:none}
.fix b{color:var(--good)}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr));gap:.75rem;margin:.6rem 0}
.pair>div{background:var(--sunken);border:1px solid var(--line);border-radius:8px;padding:.65rem .8rem;min-width:0}
.label{font-size:.75rem;font-weight:600;letter-spacing:.05em;text-transform:uppercase;color:var(--soft);
margin:0 0 .35rem}
.heads{color:var(--soft);margin-bottom:.5rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.3rem 1rem;margin:.75rem 0 0;font-size:.93rem}
dt{color:var(--soft)}dd{margin:0;min-width:0}
details{border-radius:8px}
summary{cursor:pointer;padding:.35rem .25rem;border-radius:6px;list-style-position:inside}
summary:hover{background:var(--sunken)}
details.more{margin:.6rem 0 0;font-size:.93rem}
details.more>summary{color:var(--link);width:max-content;max-width:100%}
.life{padding:.4rem 1.4rem .4rem 1.1rem}
.life>summary{padding:.7rem .25rem}
.life>summary h3{display:inline}
.line{display:inline-flex;flex-wrap:wrap;gap:.25rem .6rem;align-items:baseline;max-width:calc(100% - 1.6rem);
vertical-align:top}
ol.steps{list-style:none;margin:0;padding:0 0 .8rem}
ol.steps>li{border-top:1px solid var(--line)}
.step>summary,.step.still>p{padding:.55rem .25rem}
.step.still>p{margin:0;padding-left:1.35rem;max-width:none}
.step.still>.inside{padding-bottom:.4rem;padding-left:1.35rem;margin-top:-.5rem}
.inside{padding:.1rem .25rem 1rem 1.6rem}
.says{font-weight:600}
.facts{color:var(--soft);font-size:.87rem}
.exchange{border:1px solid var(--line);margin:.35rem 0;background:var(--card)}
.exchange>summary{padding:.4rem .6rem}
.exchange>.pair{margin:.1rem .6rem .7rem}
.exchange.told{border-color:var(--bad);border-left-width:4px}
table{border-collapse:collapse;width:100%;font-size:.9rem;margin:.5rem 0}
caption{text-align:left;color:var(--soft);font-size:.85rem;padding-bottom:.3rem}
th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid var(--line);
overflow-wrap:anywhere}
th{font-weight:600;color:var(--soft);font-size:.8rem}
tbody th{color:var(--text);font-size:.9rem;font-weight:600}
table.changes{table-layout:fixed}
.changes th:nth-child(1){width:24%}.changes th:nth-child(2){width:18%}
td code{white-space:pre-wrap}
del{color:var(--bad);text-decoration-thickness:1px}ins{color:var(--good);text-decoration:none}
.expect{border-left:4px solid var(--line);padding:.15rem 0 .15rem .8rem;margin:.6rem 0}
.expect.bad{border-left-color:var(--bad)}.expect.good{border-left-color:var(--good)}
.expect.warn{border-left-color:var(--warn)}
.why{border-left:4px solid var(--warn);background:var(--warn-bg);border-radius:0 6px 6px 0;padding:.6rem .9rem;
margin:.6rem 0}
.why b{color:var(--warn)}
.together{margin:0 0 .6rem;font-weight:600}
.message{color:var(--bad);font-weight:600;max-width:none;white-space:pre-wrap;overflow-wrap:anywhere}
.names{display:flex;flex-wrap:wrap;gap:.3rem .4rem;list-style:none;margin:.3rem 0;padding:0;font-size:.86rem}
.names li{background:var(--sunken);border:1px solid var(--line);border-radius:5px;padding:.05rem .45rem;
overflow-wrap:anywhere}
#filter{display:flex;flex-wrap:wrap;gap:.6rem 1rem;align-items:center;margin:0 0 1.5rem;padding:.8rem 1rem;
background:var(--card);border:1px solid var(--line);border-radius:10px}
#filter[hidden]{display:none}
#filter input[type=search]{flex:1 1 14rem;min-width:0}
#filter input[type=search],#filter select,#filter button{font:inherit;font-size:.95rem;color:var(--text);
background:var(--bg);border:1px solid var(--soft);border-radius:6px;padding:.4rem .7rem;min-height:2.3rem}
#filter fieldset{border:0;padding:0;margin:0;display:flex;flex-wrap:wrap;gap:.3rem .9rem}
#filter label{display:inline-flex;gap:.4rem;align-items:center;min-height:1.75rem;font-size:.93rem}
#filter select{max-width:14rem}
#filter input[type=checkbox]{width:1.1rem;height:1.1rem;accent-color:var(--link)}
#filter-told{color:var(--soft);font-size:.9rem;min-width:7rem}
.nb{white-space:nowrap}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
[hidden]{display:none!important}
ul.plain{padding-left:1.2rem;margin:.4rem 0}
ul.plain li{margin:.2rem 0}
@media (max-width:40rem){
.wrap{padding:0 1rem}header{padding:1.25rem 0}
.box{padding:1rem;border-radius:8px}.life{padding:.2rem 1rem}
dl{grid-template-columns:1fr;gap:0}dt{margin-top:.5rem;font-size:.85rem}
.inside{padding-left:.25rem}
table.wide thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table.wide,table.wide tbody,table.wide tr,table.wide th,table.wide td{display:block;width:auto!important}
table.wide tr{border-bottom:1px solid var(--line);padding:.4rem 0}
table.wide caption{display:block}
table.wide td,table.wide th{border:0;padding:.1rem 0}
table.wide td::before{content:attr(data-name) " ";color:var(--soft);font-size:.8rem}
}
@media (prefers-reduced-motion:no-preference){html:focus-within{scroll-behavior:smooth}}
@media print{
:root{color-scheme:light;--bg:#fff;--card:#fff;--sunken:#fff;--text:#000;--soft:#333;--line:#bbb;--link:#000;
--good:#0b6b37;--bad:#ab1f17;--warn:#7a4d00;--calm:#333;--good-bg:#fff;--bad-bg:#fff;--warn-bg:#fff;
--calm-bg:#fff;--shadow:none}
body{font-size:10.5pt}
.body{max-height:none;overflow:visible}
nav,#filter,.skip,footer{display:none!important}
.mark{border:1px solid}
.box,.exchange,.pair>div{box-shadow:none}
.finding header,h2,h3,h4,summary{break-after:avoid}
.pair>div,.fix,tr{break-inside:avoid}
details::details-content{content-visibility:visible!important;block-size:auto!important}
main.wrap,.wrap{max-width:none;padding:0}
}
`
