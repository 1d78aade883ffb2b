/// Commands that stand for others.
enum MathMacros {
  static let table: [String: TeXMacro] = texts.compactMapValues { TeXMacro($0) }

  private static let texts = [
    "dfrac": #"{\displaystyle\frac{#1}{#2}}"#, "tfrac": #"{\textstyle\frac{#1}{#2}}"#,
    "cfrac": #"{\displaystyle\frac{#1}{#2}}"#, "dbinom": #"{\displaystyle\binom{#1}{#2}}"#,
    "tbinom": #"{\textstyle\binom{#1}{#2}}"#, "pmod": #"\mkern8mu(\mathrm{mod}\mkern6mu#1)"#,
    "pod": #"\mkern8mu(#1)"#, "mod": #"\mkern12mu\mathrm{mod}\mkern6mu#1"#,
    "bmod": #"\mkern5mu\mathrm{mod}\mkern5mu"#, "iff": #"\;\Longleftrightarrow\;"#,
    "implies": #"\;\Longrightarrow\;"#, "impliedby": #"\;\Longleftarrow\;"#,
    "bra": #"\langle{#1}|"#, "ket": #"|{#1}\rangle"#, "braket": #"\langle{#1}\rangle"#,
    "mathinner": "{#1}",
    "mathstrut": #"\vphantom{(}"#, "strut": #"\vphantom{(}"#,
  ]
}
