/// A color for light surroundings and its counterpart for dark ones, as `#rrggbb`.
struct SchemeColor: Hashable, Sendable {
  var light: String
  var dark: String

  init(_ light: String, dark: String) {
    self.light = light
    self.dark = dark
  }
}

/// The colors of pages and figures.
///
/// A test computes the contrasts (WCAG 2.2, success criteria 1.4.3 and 1.4.11): text has at least
/// 4.5 to 1 and what a chart draws at least 3 to 1 with the background, in both schemes.
enum Palette {
  static let background = SchemeColor("#ffffff", dark: "#15181d")
  static let surface = SchemeColor("#f6f7f9", dark: "#1c2027")
  static let text = SchemeColor("#1b1f24", dark: "#e4e7eb")
  static let muted = SchemeColor("#59626d", dark: "#a0a9b4")
  static let line = SchemeColor("#dde1e6", dark: "#343a43")
  static let axis = SchemeColor("#7d8690", dark: "#7d8792")
  static let link = SchemeColor("#0b5cad", dark: "#7ab8ff")
  static let mark = SchemeColor("#b3261e", dark: "#ff8a80")
  static let notice = SchemeColor("#fff6dd", dark: "#33290f")
  /// Behind pictures that are made for white surroundings.
  static let card = SchemeColor("#ffffff", dark: "#d5d9de")
  /// Cells of a matrix, more or less opaque, and the text on the strongest ones.
  static let heat = SchemeColor("#0b4f9e", dark: "#58a6ff")
  static let onHeat = SchemeColor("#ffffff", dark: "#0d1117")

  /// One color a series; neighbors differ for color-blind readers too (after Okabe and Ito,
  /// "Color Universal Design", darkened or lightened for contrast).
  static let series = [
    SchemeColor("#0072b2", dark: "#56b4e9"),
    SchemeColor("#c44601", dark: "#ff9e4a"),
    SchemeColor("#00795a", dark: "#33c79a"),
    SchemeColor("#9b3f86", dark: "#e69fcb"),
    SchemeColor("#856800", dark: "#e5c64b"),
    SchemeColor("#4b5158", dark: "#bfc4ca"),
  ]

  /// The sixteen colors of terminals: black, red, green, yellow, blue, magenta, cyan, white, and brighter.
  static let terminal = [
    SchemeColor("#1b1f24", dark: "#8b949e"), SchemeColor("#b3261e", dark: "#ff8a80"),
    SchemeColor("#0a6640", dark: "#7fd6a4"), SchemeColor("#7a5d00", dark: "#e5c64b"),
    SchemeColor("#0b5cad", dark: "#7ab8ff"), SchemeColor("#8a3577", dark: "#e69fcb"),
    SchemeColor("#006a75", dark: "#5fd0dc"), SchemeColor("#59626d", dark: "#c9d1d9"),
    SchemeColor("#59626d", dark: "#a0a9b4"), SchemeColor("#c62f26", dark: "#ffb3ab"),
    SchemeColor("#0b7a4b", dark: "#a6ebc3"), SchemeColor("#856400", dark: "#ffe27a"),
    SchemeColor("#1668c4", dark: "#a8d1ff"), SchemeColor("#9b3f86", dark: "#f5c1e0"),
    SchemeColor("#007080", dark: "#9be9f1"), SchemeColor("#3d444d", dark: "#ffffff"),
  ]

  static let keyword = SchemeColor("#a3294f", dark: "#ff8fab")
  static let string = SchemeColor("#0a6640", dark: "#7fd6a4")
  static let number = SchemeColor("#0b5cad", dark: "#8ec2ff")
  static let name = SchemeColor("#6a3fa0", dark: "#cdb2ff")
  static let comment = SchemeColor("#5c6570", dark: "#9aa4b0")
}
