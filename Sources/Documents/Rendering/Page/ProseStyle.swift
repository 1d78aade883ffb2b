/// Rules for what few lessons' prose has: they stand only in the pages that use them.
enum ProseStyle {
  /// What a body has where it needs the rules, and the rules.
  static let features: [(sign: String, rules: String)] = [
    (
      "<li class=\"task\">",
      """
      .task{list-style:none}.task input{margin:0 .5em 0 -1.35em;vertical-align:middle}
      .task>p:first-of-type{display:inline}

      """
    ),
    (
      "<sup class=\"note\">",
      """
      sup.note{line-height:0;font-family:var(--sans);font-size:.7em}
      sup.note a{text-decoration:none;padding:0 .15em}

      """
    ),
    (
      "<section class=\"footnotes\"",
      """
      .footnotes{margin-top:3rem;padding-top:1rem;border-top:1px solid var(--line);font-size:.88rem}
      .footnotes h2{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
      .footnotes p{margin-bottom:.5em}.footnotes li:target{background:var(--notice)}
      .footnotes [role=doc-backlink]{text-decoration:none;font-family:var(--sans)}

      """
    ),
    (
      "<li class=\"deep l",
      """
      .contents .l4{padding-left:2em}.contents .l5{padding-left:3em}.contents .l6{padding-left:4em}

      """
    ),
    (
      "<section class=\"exercise\"",
      """
      .exercise{border:1px solid var(--line);border-left:4px solid var(--link);border-radius:4px 8px 8px 4px;\
      padding:.8em 1.1em;margin:1.6em 0}
      .exercise>:last-child,.solution>:last-child{margin-bottom:0}

      """
    ),
    (
      "<details class=\"fold solution\"",
      """
      .solution{border:1px dashed var(--axis);border-radius:8px;padding:.6em 1.1em;margin:1.2em 0}
      .solution:not([open])>summary{margin-bottom:0}

      """
    ),
    ("<mark>", "mark{background:var(--notice);color:inherit}\n"),
    ("<details>", "details{margin:0 0 1.05em}summary{cursor:pointer}\n"),
    (
      "<kbd>",
      """
      kbd{font-family:var(--mono);font-size:.82em;background:var(--surface);padding:.05em .4em;\
      border:1px solid var(--axis);border-bottom-width:2px;border-radius:4px}

      """
    ),
    (
      "<dl>",
      """
      dl{margin:0 0 1.05em}dt{font-weight:700}dd{margin:.15em 0 .5em 1.5em}dd>p{margin-bottom:.5em}

      """
    ),
    (
      "<div class=\"alert ",
      """
      .alert{margin:0 0 1.2em;padding:.6em 1em;border-left:4px solid var(--hue);\
      background:var(--surface);border-radius:4px 8px 8px 4px;break-inside:avoid}
      .alert>:last-child{margin-bottom:0}.alert .scroll{--under:var(--surface)}
      .alert>.title{font-family:var(--sans);font-size:.88rem;font-weight:650;color:var(--hue);\
      margin-bottom:.35em}
      .note{--hue:var(--t4)}.tip{--hue:var(--t2)}.important{--hue:var(--t5)}
      .warning{--hue:var(--t3)}.caution{--hue:var(--t1)}

      """
    ),
  ]

  /// All of them, for pages that are put together elsewhere.
  static let all = features.map(\.rules).joined()
}
