/// What stands close above or below its argument.
enum MathAccents {
  static let table: [String: MathAccent] = [
    "hat": MathAccent(mark: "^"), "bar": MathAccent(mark: "¯"), "tilde": MathAccent(mark: "~"),
    "vec": MathAccent(mark: "→"), "dot": MathAccent(mark: "˙"), "ddot": MathAccent(mark: "¨"),
    "dddot": MathAccent(mark: "\u{20DB}"), "ddddot": MathAccent(mark: "\u{20DC}"),
    "acute": MathAccent(mark: "´"), "grave": MathAccent(mark: "`"),
    "check": MathAccent(mark: "ˇ"), "breve": MathAccent(mark: "˘"),
    "mathring": MathAccent(mark: "˚"),
    "widehat": MathAccent(mark: "\u{302}", isStretchy: true),
    "widetilde": MathAccent(mark: "˜", isStretchy: true),
    "widecheck": MathAccent(mark: "ˇ", isStretchy: true),
    "overline": MathAccent(mark: "‾", isLine: true),
    "underline": MathAccent(mark: "_", isBelow: true, isLine: true),
    "underbar": MathAccent(mark: "_", isBelow: true, isLine: true),
    "overrightarrow": MathAccent(mark: "→", isStretchy: true),
    "overleftarrow": MathAccent(mark: "←", isStretchy: true),
    "overleftrightarrow": MathAccent(mark: "↔", isStretchy: true),
    "underrightarrow": MathAccent(mark: "→", isBelow: true, isStretchy: true),
    "underleftarrow": MathAccent(mark: "←", isBelow: true, isStretchy: true),
    "underleftrightarrow": MathAccent(mark: "↔", isBelow: true, isStretchy: true),
    "overbrace": MathAccent(mark: "⏞", isStretchy: true, hasLabel: true),
    "underbrace": MathAccent(mark: "⏟", isBelow: true, isStretchy: true, hasLabel: true),
    "overbracket": MathAccent(mark: "⎴", isStretchy: true, hasLabel: true),
    "underbracket": MathAccent(mark: "⎵", isBelow: true, isStretchy: true, hasLabel: true),
    "overparen": MathAccent(mark: "⏜", isStretchy: true, hasLabel: true),
    "underparen": MathAccent(mark: "⏝", isBelow: true, isStretchy: true, hasLabel: true),
  ]
}
