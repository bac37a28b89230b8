/// The look of every page: dark on white, one column, from a telephone of 360 px to A4.
///
/// Contrast of text is at least 4.5 : 1 on its ground (WCAG 2.2, criterion 1.4.3); the fills of `Palette` hold white
/// letters at that contrast too. Nothing is said by colour alone.
enum Stylesheet {
  static let css: StaticString = """
    :root{--ink:#1a1f24;--soft:#4d5761;--line:#cfd6dc;--wash:#f4f6f8;--link:#0b4f8a}
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%}
    body{margin:0;background:#fff;color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;font-variant-numeric:tabular-nums}
    header,main,footer{max-width:62rem;margin:0 auto;padding:0 1rem}
    a{color:var(--link)}
    a:focus-visible,[tabindex]:focus-visible{outline:3px solid #0b4f8a;outline-offset:2px}
    .notice{margin:0;padding:.4rem 1rem;background:#1a1f24;color:#fff;text-align:center;font-size:.875rem;font-weight:600}
    .skip{position:absolute;left:-99rem}
    .skip:focus{left:1rem;top:.5rem;background:#fff;padding:.5rem}
    h1{font-size:1.75rem;line-height:1.2;margin:1.5rem 0 .25rem}
    h2{font-size:1.375rem;line-height:1.25;margin:2.5rem 0 .5rem;padding-top:.75rem;border-top:2px solid var(--ink)}
    h3{font-size:1.125rem;margin:2rem 0 .5rem}
    h4{font-size:1rem;margin:1.25rem 0 .25rem}
    p,ul{margin:.5rem 0}
    ul{padding-left:1.25rem}
    li{margin:.25rem 0}
    p,li,td,th{overflow-wrap:break-word}
    bdi{overflow-wrap:anywhere}
    main p,main li{max-width:46rem}
    .facts{margin:.25rem 0 0;color:var(--soft);font-size:1.0625rem}
    .small{font-size:.875rem;color:var(--soft)}
    .verdict{margin:1rem 0;padding:1rem 1.25rem;border:1px solid var(--line);border-left:.5rem solid #59636d;border-radius:.25rem;background:var(--wash)}
    .verdict p{margin:.35rem 0}
    .verdict .sentence{font-size:1.25rem;line-height:1.35;font-weight:600}
    .verdict.sensitive{border-left-color:#14695f}
    .verdict.suppressed{border-left-color:#23559b}
    .verdict.overactivated{border-left-color:#a4450c}
    .verdict.mixed{border-left-color:#74407f}
    .tag{display:inline-block;padding:0 .4rem;border:1px solid currentColor;border-radius:.2rem;font-size:.875rem;font-weight:600;white-space:nowrap}
    .flag{font-weight:700;white-space:nowrap}
    .flag.low{color:#23559b}
    .flag.high{color:#8f3a06}
    .plain{color:var(--soft)}
    code{font:.875em ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;background:var(--wash);padding:0 .2em;overflow-wrap:anywhere}
    table{border-collapse:collapse;width:100%;margin:.5rem 0 1rem;font-size:.9375rem}
    caption{text-align:left;font-weight:600;padding:.25rem 0}
    th,td{text-align:left;vertical-align:top;padding:.35rem .6rem .35rem 0;border-bottom:1px solid var(--line)}
    thead th{border-bottom:2px solid var(--soft);font-size:.875rem;color:var(--soft);vertical-align:bottom}
    tbody th{font-weight:600;min-width:6.5rem}
    td.n,th.n{text-align:right}
    td.n{white-space:nowrap}
    td.n .small{white-space:nowrap}
    td .small,th .small{display:block;font-weight:400}
    .value{font-weight:600;white-space:nowrap}
    .scroll{overflow-x:auto}
    figure{margin:1rem 0}
    figcaption{font-weight:600;margin-bottom:.25rem}
    .panels{display:flex;flex-wrap:wrap;gap:.5rem 2rem}
    .panels svg{flex:1 1 20rem;max-width:30rem}
    .pair{display:flex;flex-wrap:wrap;gap:0 2.5rem;align-items:flex-start}
    .pair>*{flex:1 1 22rem;min-width:0}
    .pair table{margin-top:1rem}
    svg{display:block;width:100%;max-width:34rem;height:auto}
    svg text{font:12px system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;fill:#1a1f24;font-variant-numeric:tabular-nums}
    svg .soft{fill:#4d5761}
    svg .strong{font-weight:600}
    svg .axis{stroke:#59636d;stroke-width:1}
    svg .grid{stroke:#dde2e7;stroke-width:1}
    svg .zero{stroke:#1a1f24;stroke-width:1.5}
    svg .span{stroke-width:4;stroke-linecap:round}
    svg .end{text-anchor:end}
    svg .middle{text-anchor:middle}
    svg .inside{fill:#fff;font-weight:700;text-anchor:middle}
    .ir{stroke:#1a1f24;fill:#1a1f24}
    .mt{stroke:#74407f;fill:#74407f}
    .c-sensitive{fill:#14695f}.c-suppressed{fill:#23559b}.c-overactivated{fill:#a4450c}.c-mixed{fill:#74407f}.c-indeterminate{fill:#59636d}
    .a-upstream{fill:#8a2b44}.a-lipid{fill:#7a5a00}.a-feedback{fill:#a4450c}.a-capacity{fill:#23559b}
    .key{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;font-size:.875rem}
    .key li{margin:0}
    .key svg{display:inline-block;width:1.25rem;height:1.25rem;vertical-align:-.25rem;margin-right:.35rem}
    nav ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.5rem}
    .against{border:1px solid var(--line);border-left:.5rem solid #1a1f24;padding:.25rem 1.25rem;border-radius:.25rem;margin-top:2.5rem}
    .against h2{border:0;margin-top:.5rem}
    footer{margin-top:3rem;padding-top:1rem;padding-bottom:2rem;border-top:1px solid var(--line);font-size:.875rem;color:var(--soft)}
    dl{display:grid;grid-template-columns:minmax(9rem,max-content) 1fr;gap:.25rem 1rem;margin:.5rem 0}
    dt{color:var(--soft)}
    dd{margin:0;overflow-wrap:anywhere}
    @media (max-width:40rem){
    h1{font-size:1.5rem}
    dl{grid-template-columns:1fr;gap:0}
    dd{margin-bottom:.5rem}
    table.stack,table.stack tbody,table.stack tr{display:block}
    table.stack caption{display:block}
    .pair>*{flex-basis:100%}
    table.stack thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    table.stack tr{border-bottom:1px solid var(--soft);padding:.5rem 0}
    table.stack th,table.stack td{display:block;border:0;padding:.1rem 0}
    table.stack td[data-label]::before{content:attr(data-label) ": ";color:var(--soft);font-size:.875rem}
    table.stack td.n{text-align:left}
    }
    @page{size:A4;margin:14mm 13mm;@bottom-center{content:"Research use; not a medical device";font:8pt sans-serif;color:#4d5761}}
    @media print{
    html{font-size:9.25pt}
    body{line-height:1.35}
    header,main,footer{max-width:none;padding:0}
    .notice{background:#fff;color:#1a1f24;border:1pt solid #1a1f24}
    .skip,nav{display:none}
    a{color:inherit;text-decoration:none}
    section.visit+section.visit{break-before:page}
    h2,h3,h4,caption,figcaption{break-after:avoid}
    tr,figure,.verdict,li{break-inside:avoid}
    h2{margin-top:1.5rem}
    h3{margin-top:1.25rem}
    .panels,.pair{flex-wrap:nowrap}
    .panels svg{min-width:0}
    .scroll{overflow:visible}
    }
    """
}
