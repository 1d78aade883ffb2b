/// Words that TeX sets upright, and whether limits stand below them in a displayed formula.
enum MathFunctions {
  static let table: [String: (word: String, hasLimits: Bool)] = {
    var table: [String: (String, Bool)] = [:]
    for name in beside.split(separator: " ") { table[String(name)] = (String(name), false) }
    for name in below.split(separator: " ") { table[String(name)] = (String(name), true) }
    for (name, word) in named { table[name] = (word, true) }
    return table
  }()

  private static let beside = """
    arccos arcctg arcsin arctan arctg arg ch cos cosec cosh cot cotg coth csc ctg cth deg dim exp hom ker lg \
    ln log sec sen sh sin sinh tan tanh tg th
    """

  private static let below = "det gcd inf lim max min Pr sup"

  private static let named = [
    "argmax": "arg\u{2009}max", "argmin": "arg\u{2009}min", "injlim": "inj\u{2009}lim",
    "liminf": "lim\u{2009}inf", "limsup": "lim\u{2009}sup", "projlim": "proj\u{2009}lim",
    "plim": "plim",
  ]
}
