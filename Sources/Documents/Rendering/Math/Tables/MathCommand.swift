/// Commands with arguments of their own.
enum MathCommand: Sendable {
  case fraction(hasRule: Bool, MathFractions.Brackets?)
  /// Brackets, the rule's thickness and the style before what is above and below.
  case genericFraction
  case root
  /// `\left … \right`.
  case fence
  case negation
  /// The name of a function that has no command.
  case function(hasLimits: Bool)
  /// The first argument above, or below, the second.
  case over, under
  /// An arrow as long as the words on it.
  case arrow(String)
  case color
  case box, textBox
  case strike(Strike)
  case phantom(Phantom)
  /// Lines on one another.
  case lines
  /// One sign, or one word, with another class.
  case sign(MathClass)
  /// Dots as high as what follows wants them.
  case dots
  case reference(inParentheses: Bool)
  case space

  static let table: [String: MathCommand] = [
    "frac": .fraction(hasRule: true, nil),
    "binom": .fraction(hasRule: false, MathFractions.Brackets("(", ")")),
    "genfrac": .genericFraction, "sqrt": .root, "left": .fence, "not": .negation,
    "operatorname": .function(hasLimits: false), "operatorname*": .function(hasLimits: true),
    "operatornamewithlimits": .function(hasLimits: true),
    "overset": .over, "stackrel": .over, "underset": .under, "textcolor": .color,
    "boxed": .box, "fbox": .textBox, "cancel": .strike(.up),
    "bcancel": .strike(.down), "xcancel": .strike(.both), "phantom": .phantom(.all),
    "hphantom": .phantom(.width),
    "vphantom": .phantom(.height), "smash": .phantom(.smash), "substack": .lines,
    "dots": .dots,
    "mathbin": .sign(.binary), "mathrel": .sign(.relation), "mathord": .sign(.ordinary),
    "mathop": .sign(.function), "mathopen": .sign(.opening), "mathclose": .sign(.closing),
    "mathpunct": .sign(.punctuation), "ref": .reference(inParentheses: false),
    "eqref": .reference(inParentheses: true), "hspace": .space, "mspace": .space, "kern": .space,
    "mkern": .space, "hskip": .space, "mskip": .space,
    "xrightarrow": .arrow("→"), "xleftarrow": .arrow("←"), "xleftrightarrow": .arrow("↔"),
    "xRightarrow": .arrow("⇒"), "xLeftarrow": .arrow("⇐"), "xLeftrightarrow": .arrow("⇔"),
    "xmapsto": .arrow("↦"), "xhookrightarrow": .arrow("↪"), "xhookleftarrow": .arrow("↩"),
    "xrightharpoonup": .arrow("⇀"), "xrightharpoondown": .arrow("⇁"),
    "xleftharpoonup": .arrow("↼"), "xleftharpoondown": .arrow("↽"),
    "xrightleftharpoons": .arrow("⇌"), "xleftrightharpoons": .arrow("⇋"),
    "xtwoheadrightarrow": .arrow("↠"), "xtwoheadleftarrow": .arrow("↞"),
    "xlongequal": .arrow("="),
  ]
}
