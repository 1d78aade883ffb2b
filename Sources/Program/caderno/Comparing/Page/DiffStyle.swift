/// The rules of a diff page, over those of a lesson's.
enum DiffStyle {
  static let rules = layout + marks + figures + print

  private static let layout = """
    .diff{max-width:76rem}
    .diff h2{margin-top:2rem}
    .skip{position:absolute;left:-999rem}
    .skip:focus{left:1rem;top:.6rem;padding:.4em .8em;background:var(--bg);z-index:1}
    summary:focus-visible{outline:2px solid var(--link);outline-offset:2px}
    .diff summary{font-family:var(--sans);font-size:.84rem;color:var(--muted);cursor:pointer;\
    margin:.6em 0}
    .diff ul{font-family:var(--sans);font-size:.88rem;line-height:1.5}
    .tally{display:flex;flex-wrap:wrap;gap:.6rem;margin:0 0 1.2rem;font-family:var(--sans)}
    .tally div{border:1px solid var(--line);border-radius:8px;padding:.35em .9em;\
    background:var(--surface);display:flex;flex-direction:column-reverse}
    .tally dt{font-size:.8rem;color:var(--muted)}
    .tally dd{margin:0;font-size:1.4rem;font-weight:700;line-height:1.2}
    .step{border-left:4px solid var(--line);padding-left:1rem;margin:2.5rem 0}
    .step.different,.step.incomparable{border-color:var(--mark)}
    .step h3{margin-top:0;font-size:1.3rem}.step h4{margin:1.6em 0 .4em}
    .kind{font-weight:400;font-size:.82em;color:var(--muted)}
    .changes{list-style:none;padding:0;overflow-wrap:anywhere}
    .changes pre{margin:.3em 0}
    .step .scroll>pre{width:max-content;min-width:100%;overflow:visible;margin:0}
    .step tbody th{font-weight:400;border-bottom-width:1px;border-color:var(--line)}
    .step td{white-space:nowrap}
    .sides{display:flex;flex-wrap:wrap;gap:1rem 2.5rem;align-items:flex-start}
    .side{flex:0 1 auto;min-width:min(100%,16rem);max-width:100%}
    .step .output{margin-top:.2rem;max-width:100%}
    .step .scroll .scroll,.step .scroll pre{overflow:visible}
    .step .scroll>:last-child,.output>.scroll{margin-bottom:0}

    """

  private static let marks = """
    del,ins{padding:0 .2em;border-radius:3px}
    del{background:color-mix(in srgb,var(--mark) 16%,transparent);text-decoration:line-through;\
    text-decoration-thickness:1px}
    ins{background:color-mix(in srgb,var(--str) 18%,transparent);text-decoration:underline;\
    text-decoration-thickness:1px;text-underline-offset:.2em}
    del,ins,.diff .scroll{position:relative}
    .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);\
    white-space:nowrap}

    """

  /// Figures keep their size, so that their words can be read, and scroll in their box.
  private static let figures = """
    .diff .scroll img{max-width:max(100%,46rem)}
    .diff img{border-radius:12px}
    .blend{display:grid;isolation:isolate;filter:invert(1);width:max-content;max-width:max(100%,46rem)}
    .blend img{grid-area:1/1;display:block}
    .blend img+img{mix-blend-mode:difference}
    @media screen and (prefers-color-scheme:dark){.blend{filter:none}}

    """

  private static let print = """
    @media print{
    .skip{display:none}
    .diff .scroll img,.blend{max-width:100%}
    .step .scroll>pre{width:auto;white-space:pre-wrap}
    .step table{break-inside:auto}tr,.side{break-inside:avoid}
    .diff details::details-content{content-visibility:visible;height:auto}
    }

    """
}
