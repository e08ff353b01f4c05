extension HTMLPage {
    static let style = """
        :root{--page:#f4f6f8;--card:#fff;--ink:#17202a;--soft:#5a6673;--rule:#dde3e9;--grid:#e8edf1;
        --main:#2b6cb0;--ok:#5b9bd5;--moved:#9fb4c7;--client:#e0a030;--server:#c8372d;--median:#6aa9a0;--p95:#e0a030;--p99:#c8372d;
        --good:#1d7a46;--bad:#b3261e;--band:rgba(200,55,45,.14);
        --h0:#eaf2fb;--h1:#cfe2f5;--h2:#a9cbeb;--h3:#7fb0dd;--h4:#5592cb;--h5:#3573b1;--h6:#1f5390;--h7:#12356a}
        @media (prefers-color-scheme:dark){:root{--page:#0f1419;--card:#181f27;--ink:#e6ebf0;--soft:#9aa7b4;--rule:#2b3541;--grid:#242d37;
        --main:#63a4e8;--ok:#5b9bd5;--moved:#62768a;--client:#e3ac4d;--server:#ef6a5f;--median:#7cc4b8;--p95:#e3ac4d;--p99:#ef6a5f;
        --good:#6bcf94;--bad:#ff8a80;--band:rgba(239,106,95,.2);
        --h0:#1b2733;--h1:#1d3550;--h2:#21466e;--h3:#285a8d;--h4:#3572ad;--h5:#5490cb;--h6:#85b4e2;--h7:#c3dcf5}}
        *{box-sizing:border-box}
        body{margin:0 auto;padding:1.5rem 1.25rem 3rem;max-width:80rem;background:var(--page);color:var(--ink);
        font:15px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;-webkit-text-size-adjust:100%}
        header{margin-bottom:1.25rem}h1{font-size:1.6rem;line-height:1.2;margin:0 0 .2rem;overflow-wrap:anywhere}
        header p,footer p{margin:0;color:var(--soft)}
        h2{font-size:1rem;margin:0;font-weight:600}
        .card{background:var(--card);border:1px solid var(--rule);border-radius:10px;padding:1rem 1.1rem;margin:0 0 1rem;min-width:0}
        .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:.75rem;margin:0 0 1rem}
        .tile{background:var(--card);border:1px solid var(--rule);border-radius:10px;padding:.75rem .9rem}
        .tile dt{color:var(--soft);font-size:.82rem}.tile dd{margin:0}
        .value{font-size:1.6rem;font-weight:650;line-height:1.25;font-variant-numeric:tabular-nums;white-space:nowrap}
        .change{font-size:.85rem;color:var(--soft);font-variant-numeric:tabular-nums}.better{color:var(--good)}.worse{color:var(--bad)}
        .spark{display:block;width:100%;height:26px;margin-top:.35rem;overflow:visible}.sparkarea{fill:var(--main);opacity:.13}
        .sparkline{fill:none;stroke:var(--main);stroke-width:1.5;vector-effect:non-scaling-stroke;stroke-linejoin:round}
        .charts{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));column-gap:1rem}.charts>:first-child,.charts>:last-child:nth-child(even){grid-column:1/-1}
        figure{margin:0}
        figcaption{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;align-items:baseline;justify-content:space-between;margin-bottom:.9rem}
        .legend{display:flex;flex-wrap:wrap;gap:.2rem 1rem;list-style:none;margin:0;padding:0;font-size:.85rem;color:var(--soft)}
        .legend i{display:inline-block;width:.75rem;height:.75rem;border-radius:2px;margin-right:.35rem;vertical-align:-1px}
        .frame{display:grid;grid-template-columns:auto 1fr;column-gap:.5rem}
        .plot{display:block;width:100%;height:200px;overflow:visible;grid-column:2}
        .y{position:relative;width:4.4rem;grid-column:1;font-size:.78rem;color:var(--soft);font-variant-numeric:tabular-nums}
        .y span{position:absolute;right:0;transform:translateY(50%);white-space:nowrap;line-height:1}
        .x{position:relative;height:1.4rem;grid-column:2;font-size:.78rem;color:var(--soft);overflow:hidden;font-variant-numeric:tabular-nums}
        .x span{position:absolute;top:.35rem;white-space:nowrap;padding-left:.3rem;border-left:1px solid var(--rule);line-height:1.1}
        .grid{stroke:var(--grid)}.base{stroke:var(--rule)}.grid,.base{stroke-width:1;vector-effect:non-scaling-stroke;shape-rendering:crispEdges}
        .line{fill:none;stroke-width:2;stroke-linejoin:round;stroke-linecap:round;vector-effect:non-scaling-stroke}
        .touch{fill:transparent}g:hover>.touch{fill:var(--ink);opacity:.06}g:hover>rect{filter:brightness(1.12)}
        .hatch{fill:var(--rule)}.gap{fill:url(#gap)}.band{fill:var(--band)}
        rect.main{fill:var(--main)}rect.ok{fill:var(--ok)}rect.moved{fill:var(--moved)}rect.client{fill:var(--client)}rect.server{fill:var(--server)}
        .before{stroke:var(--soft);stroke-dasharray:5 4;stroke-width:1.5}i.before{height:0;border-top:2px dashed var(--soft);border-radius:0;vertical-align:4px}
        path.main{stroke:var(--main)}path.server{stroke:var(--server)}path.median{stroke:var(--median)}path.p95{stroke:var(--p95)}path.p99{stroke:var(--p99)}
        i.main{background:var(--main)}i.ok{background:var(--ok)}i.moved{background:var(--moved)}i.client{background:var(--client)}i.server{background:var(--server)}
        i.median{background:var(--median)}i.p95{background:var(--p95)}i.p99{background:var(--p99)}
        .h0{fill:var(--h0);background:var(--h0)}.h1{fill:var(--h1);background:var(--h1)}.h2{fill:var(--h2);background:var(--h2)}.h3{fill:var(--h3);background:var(--h3)}
        .h4{fill:var(--h4);background:var(--h4)}.h5{fill:var(--h5);background:var(--h5)}.h6{fill:var(--h6);background:var(--h6)}.h7{fill:var(--h7);background:var(--h7)}
        .heatgrid{display:grid;grid-template-columns:minmax(5rem,14rem) 1fr;gap:3px .75rem;align-items:center}
        .heatname{font-size:.85rem;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;text-align:right}
        .heatrow{width:100%;height:20px;display:block;background:var(--grid);border-radius:3px}
        .scale{margin:0;font-size:.78rem;color:var(--soft);display:flex;align-items:center}.scale i{width:14px;height:12px}.scale span{margin:0 .4rem}
        .tables{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,38rem),1fr));gap:1rem;align-items:start}
        .tables .card{margin:0}
        .scroll{overflow-x:auto}
        table{border-collapse:collapse;width:100%;font-size:.85rem;font-variant-numeric:tabular-nums;margin-top:.5rem}
        th,td{padding:.3rem .36rem;text-align:left;font-weight:400;vertical-align:top}
        th:first-child{padding-left:0}td:last-child,th:last-child{padding-right:0}
        thead th{color:var(--soft);font-size:.78rem;border-bottom:1px solid var(--rule)}
        tbody tr+tr>*{border-top:1px solid var(--grid)}
        tbody th{min-width:6.5rem}.number{text-align:right;white-space:nowrap}.share{color:var(--soft)}
        .name{display:block;overflow-wrap:anywhere;max-height:4.4em;overflow:hidden}
        .bar{display:block;width:100%;height:4px;margin-top:.15rem}.bar rect{fill:var(--main);opacity:.75}
        .more{margin:.5rem 0 0;color:var(--soft);font-size:.85rem}
        .firing{color:var(--bad)}
        details{margin-top:.6rem;font-size:.85rem;color:var(--soft)}summary{cursor:pointer}
        details .scroll{max-height:20rem;overflow:auto}
        .notes{color:var(--soft);margin:1.25rem 0}.notes ul{margin:.4rem 0 0;padding-left:1.2rem}
        .hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        a:focus-visible,summary:focus-visible{outline:2px solid var(--main);outline-offset:2px}
        @media (max-width:40rem){body{padding:1rem .75rem 2rem}.card{padding:.8rem}.tiles{grid-template-columns:1fr 1fr;gap:.5rem}.charts{grid-template-columns:minmax(0,1fr)}.charts>*{grid-column:auto!important}.value{font-size:1.35rem}
        .x .minor,.share{display:none}.y{width:3.6rem}.plot{height:160px}.heatgrid{grid-template-columns:5.5rem 1fr}.tables{gap:.75rem}
        table{font-size:.82rem}th,td{padding:.3rem .35rem}}
        @media print{:root{--page:#fff;--card:#fff;--ink:#000;--soft:#444}body{max-width:none;padding:0;font-size:11px}
        .card,.tile{break-inside:avoid;border-color:#bbb}details{display:none}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
        """
}
