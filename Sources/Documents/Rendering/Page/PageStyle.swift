/// The page's style sheet: no font, image or script from elsewhere.
enum PageStyle {
  static let sheet =
    variables(\.light, in: ":root")
    + "@media screen and (prefers-color-scheme:dark){\(variables(\.dark, in: ":root"))}"
    + rules + terminal + FigureStyle.sheet + PrintStyle.sheet

  /// The sheet of a page with what its body needs.
  static func sheet(for body: String) -> String {
    // By bytes, since a page may hold many megabytes of images.
    let bytes = Array(body.utf8)
    func has(_ sign: String) -> Bool { !MarkupSearch.places(of: sign, in: bytes).isEmpty }
    return sheet + (has("<math") ? FormulaStyle.sheet : "")
      + ProseStyle.features.filter { has($0.sign) }.map(\.rules).joined()
  }

  /// Shadows at the edges behind which there is more: covers of the background's color move with the content and
  /// leave them to be seen where it goes on.
  private static let scrollSign =
    ".scroll,.card,pre{--under:var(--bg);background:linear-gradient(90deg,var(--under) 40%,transparent) 0 0/3rem 100% local no-repeat,"
    + "linear-gradient(270deg,var(--under) 40%,transparent) 100% 0/3rem 100% local no-repeat,"
    + "linear-gradient(90deg,var(--axis),transparent) 0 0/.7rem 100% no-repeat,"
    + "linear-gradient(270deg,var(--axis),transparent) 100% 0/.7rem 100% no-repeat,var(--under)}"
    + "pre{--under:var(--surface)}.output pre{--under:var(--bg)}.card{--under:var(--card)}"

  /// Pictures that stand in few columns: each has 108 pixels, and 6 are between them.
  private static let fewColumns = (1...5).map { ".c\($0){max-width:\($0 * 114 - 6)px}" }.joined()

  /// What sequences in printed text ask for.
  private static let terminal =
    ".t-bold{font-weight:700}.t-faint{opacity:.75}.t-italic{font-style:italic}"
    + ".t-under{text-decoration:underline}.t-struck{text-decoration:line-through}"
    + ".t-both{text-decoration:underline line-through}"
    + ".t-inverse{background:var(--text);color:var(--bg)}"
    + Palette.terminal.indices.map {
      ".t-f\($0){color:var(--t\($0))}.t-b\($0){background:var(--t\($0));color:var(--bg)}"
    }.joined() + "\n"

  private static func variables(_ scheme: KeyPath<SchemeColor, String>, in selector: String)
    -> String
  {
    let colors: [(String, SchemeColor)] =
      [
        ("bg", Palette.background), ("surface", Palette.surface), ("text", Palette.text),
        ("muted", Palette.muted), ("line", Palette.line), ("axis", Palette.axis),
        ("link", Palette.link), ("mark", Palette.mark), ("notice", Palette.notice),
        ("card", Palette.card), ("kw", Palette.keyword), ("str", Palette.string),
        ("num", Palette.number),
        ("fn", Palette.name), ("com", Palette.comment),
      ]
      + Palette.terminal.enumerated().map { ("t\($0)", $1) }
    let lines = colors.map { "--\($0.0):\($0.1[keyPath: scheme]);" }
    return selector + "{" + lines.joined() + "}"
  }

  private static let rules = """
    :root{color-scheme:light dark;--sans:\(FigureStyle.fonts);\
    --serif:Charter,"Bitstream Charter","Iowan Old Style","Source Serif 4","Noto Serif",Cambria,\
    Georgia,serif;--mono:ui-monospace,"SF Mono",Menlo,Consolas,"Noto Sans Mono",\
    "DejaVu Sans Mono",monospace}
    *{box-sizing:border-box}
    html{font-size:106.25%;-webkit-text-size-adjust:100%;scroll-padding-top:1.5rem}
    body{margin:0;background:var(--bg);color:var(--text);font-family:var(--serif);line-height:1.62;\
    font-kerning:normal;overflow-wrap:break-word}
    .page{max-width:44rem;margin:0 auto;padding:3.5rem 1.25rem 4rem}
    header{margin-bottom:2.6rem}
    h1,h2,h3,h4,h5,h6{font-family:var(--sans);line-height:1.22;text-wrap:balance;\
    letter-spacing:-.011em;margin:2.2em 0 .6em}
    h1{font-size:2.25rem;font-weight:750;letter-spacing:-.022em;margin:0 0 .5rem}
    h2{font-size:1.5rem}h3{font-size:1.17rem}h4,h5,h6{font-size:1rem}
    p,ul,ol,blockquote{margin:0 0 1.05em}
    li{margin:.2em 0}li>p{margin-bottom:.5em}
    p,li{hanging-punctuation:first}
    .byline,.colophon,.label,figcaption,.contents,.caption,.notes,.notice{font-family:var(--sans)}
    .byline{color:var(--muted);margin:0}
    a{color:var(--link);text-decoration-thickness:.06em;text-underline-offset:.16em}
    a[href^="#out:"]{color:inherit;text-decoration-style:dotted;text-decoration-color:var(--axis);\
    white-space:nowrap}
    a:focus-visible,[tabindex]:focus-visible{outline:2px solid var(--link);outline-offset:2px}
    .anchor{margin-left:.4em;color:var(--muted);text-decoration:none;font-weight:400;opacity:0}
    .anchor::before{content:"#";content:"#"/""}
    :is(h2,h3,h4,h5,h6):hover .anchor,.anchor:focus-visible{opacity:1}
    @media (hover:none){.anchor{opacity:1}}
    blockquote{margin-left:0;padding-left:1.1em;border-left:3px solid var(--line);\
    color:var(--muted)}
    hr{border:0;border-top:1px solid var(--line);margin:2.5em 0}
    code,pre{font-family:var(--mono);font-size:.86em;font-variant-ligatures:none}
    :not(pre)>code{background:var(--surface);border-radius:4px;padding:.12em .32em}
    pre{border:1px solid var(--line);border-radius:8px;\
    padding:.85em 1.05em;margin:0 0 1.2em;overflow-x:auto;line-height:1.55;tab-size:4}
    pre code{font-size:inherit}
    .hl-k{color:var(--kw)}.hl-s{color:var(--str)}.hl-n{color:var(--num)}.hl-f{color:var(--fn)}\
    .hl-c{color:var(--com);font-style:italic}
    .cell{margin:1.6em 0 .5em}.cell pre{margin:0;border-left:3px solid var(--link);\
    border-radius:4px 8px 8px 4px}
    .label{display:flex;flex-wrap:wrap;gap:.2em .7em;font-size:.72rem;color:var(--muted);\
    margin-bottom:.35em;line-height:1.4}
    .label b{font-weight:600;letter-spacing:.02em}
    .label code{background:none;padding:0;font-size:1em}
    .label i{margin-left:auto}
    .output{margin:.9em 0 2em;padding-left:1.05rem;border-left:3px solid var(--line)}
    .output>:last-child{margin-bottom:0}
    .output pre{border:0;padding:.1em 0}
    .output img{background:#fff;border-radius:8px}
    .output:target{border-left-color:var(--link)}
    .scroll{overflow-x:auto;margin:0 0 1.2em}
    \(scrollSign)
    table{border-collapse:collapse;font-family:var(--sans);font-size:.84rem;line-height:1.45;\
    font-variant-numeric:tabular-nums lining-nums}
    th,td{padding:.36em .9em;text-align:left;vertical-align:baseline;\
    border-bottom:1px solid var(--line)}
    th:first-child,td:first-child{padding-left:.2em}
    th{font-weight:600;border-bottom:1.5px solid var(--axis);white-space:nowrap}
    .right{text-align:right}.center{text-align:center}
    .output td{white-space:nowrap}
    figure{margin:0 0 1.2em}
    .panels{display:flex;flex-wrap:wrap;gap:6px;align-items:flex-start}
    .panels svg{max-width:100%;height:auto}.panels .full{max-width:none;flex:none}
    \(fewColumns)
    .figure>:is(.scroll,.card){margin:0}
    .card{overflow-x:auto;width:fit-content;max-width:100%;border-radius:8px}
    .card div{display:grid;grid-template-columns:minmax(min-content,1fr);width:fit-content;\
    min-width:min-content}
    .card img{display:block;width:100%;height:auto;background:none;mix-blend-mode:multiply}
    .card svg{display:block}.card .narrow{display:none}
    .data{margin:-.4em 0 1.2em}.data p{font-family:var(--sans);font-size:.84rem;line-height:1.45}
    figcaption,.caption{font-size:.82rem;color:var(--muted);margin:.55em 0 1em;max-width:38rem;\
    line-height:1.45}
    img{max-width:100%;height:auto}
    .missing{font-family:var(--sans);font-size:.85rem;color:var(--muted);\
    border:1px dashed var(--axis);border-radius:6px;padding:.3em .6em}
    .notes{font-size:.84rem;margin:-.4em 0 1.2em;padding:0;list-style:none}
    .notes li{margin:.1em 0}
    .failure{font-family:var(--sans);font-size:.88rem;border-left:3px solid var(--mark);\
    background:var(--surface);padding:.7em 1em;border-radius:4px 8px 8px 4px}
    .failure strong{color:var(--mark)}.failure p{margin:.3em 0 0}
    .notice{background:var(--notice);border-radius:8px;padding:.7em 1em;font-size:.88rem}
    .fold summary{font-family:var(--sans);font-size:.82rem;color:var(--muted);cursor:pointer;\
    margin-bottom:.5em}
    .contents{font-size:.84rem;line-height:1.4;margin:0 0 2.4rem}
    .contents summary{font-weight:600;cursor:pointer}
    .contents ul{list-style:none;margin:.5em 0 0;padding:0}
    .contents li{margin:.38em 0}.contents .deep{padding-left:1em}
    .contents a{color:var(--muted);text-decoration:none}
    .contents a:hover{color:var(--link);text-decoration:underline}
    math[display=block]{display:block math;margin:1.1em 0;overflow-x:auto;overflow-y:hidden}
    .wide{display:block;overflow-x:auto;overflow-y:hidden;margin:1.1em 0}.wide>math{margin:0;overflow:visible}
    math{font-size:1.06em}.display{display:block;text-align:center;margin:1.1em 0}
    .colophon{margin-top:4rem;padding-top:1rem;border-top:1px solid var(--line);\
    font-size:.76rem;color:var(--muted);line-height:1.6}
    @media (min-width:78rem){
    .wide{display:grid;grid-template-columns:13.5rem minmax(0,44rem);column-gap:3.5rem;\
    justify-content:center;max-width:none}
    .wide>header,.wide>main{grid-column:2}.wide>header{grid-row:1}.wide>main{grid-row:2}
    .wide>.contents{grid-column:1;grid-row:1/3;position:sticky;top:3.5rem;align-self:start;\
    max-height:calc(100vh - 5rem);overflow-y:auto;margin:.5rem 0 0}
    }
    @media (max-width:34rem){
    html{font-size:100%}.page{padding:1.8rem 1rem 3rem}h1{font-size:1.75rem}h2{font-size:1.3rem}
    .output{padding-left:.75rem}pre{padding:.75em .8em;font-size:.8em}
    main>.output>.figure:has(.card){margin-left:calc(-1.75rem - 3px);margin-right:-1rem}
    .card .narrow{display:block}.card .broad{display:none}
    th,td{padding:.34em .6em}
    }

    """
}
