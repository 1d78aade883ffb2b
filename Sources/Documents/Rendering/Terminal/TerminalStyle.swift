/// How a terminal shows a character: what "select graphic rendition" sets (ECMA-48, section 8.3.117).
struct TerminalStyle: Hashable {
  var isBold = false
  var isFaint = false
  var isItalic = false
  var isUnderlined = false
  var isStruck = false
  var isInverse = false
  /// One of the sixteen colors of terminals; nil for the page's own.
  var front: UInt8?
  var back: UInt8?

  /// Classes of the page's style sheet; none for plain text.
  ///
  /// On a color the text has the page's own, whatever it asks for: so it can be read in both schemes.
  var classes: [String] {
    let (front, back) = isInverse ? (self.back, self.front) : (self.front, self.back)
    let isTurned = isInverse && back == nil
    let marks: [(Bool, String)] = [
      (isBold, "t-bold"), (isFaint, "t-faint"), (isItalic, "t-italic"),
      (isUnderlined && isStruck, "t-both"), (isUnderlined && !isStruck, "t-under"),
      (isStruck && !isUnderlined, "t-struck"),
      (isTurned, "t-inverse"),
    ]
    let color = isTurned ? nil : back.map { "t-b\($0)" } ?? front.map { "t-f\($0)" }
    return marks.filter(\.0).map(\.1) + (color.map { [$0] } ?? [])
  }

  /// Takes the numbers of a sequence that ends in `m`.
  ///
  /// - Parameter fields: what stands between semicolons, each as the numbers between its colons.
  mutating func apply(_ fields: [[Int]]) {
    var rest = fields[...]
    while let field = rest.popFirst() {
      let code = field.first ?? 0
      switch code {
      case 38, 48:
        let color = field.count > 1 ? Self.color(field.dropFirst()) : Self.color(taking: &rest)
        guard let color else { continue }
        if code == 38 { front = color } else { back = color }
      default: apply(code)
      }
    }
  }

  private mutating func apply(_ code: Int) {
    switch code {
    case 0: self = TerminalStyle()
    case 1: isBold = true
    case 2: isFaint = true
    case 3: isItalic = true
    case 4, 21: isUnderlined = true
    case 7: isInverse = true
    case 9: isStruck = true
    case 22: (isBold, isFaint) = (false, false)
    case 23: isItalic = false
    case 24: isUnderlined = false
    case 27: isInverse = false
    case 29: isStruck = false
    case 30...37: front = UInt8(code - 30)
    case 39: front = nil
    case 40...47: back = UInt8(code - 40)
    case 49: back = nil
    case 90...97: front = UInt8(code - 90 + 8)
    case 100...107: back = UInt8(code - 100 + 8)
    default: break
    }
  }

  /// `5:n`, `2:r:g:b`, or `2:space:r:g:b`.
  private static func color(_ numbers: ArraySlice<Int>) -> UInt8? {
    switch numbers.first {
    case 5: TerminalColor.indexed(numbers.dropFirst().first ?? -1)
    case 2: numbers.count > 3 ? TerminalColor.nearest(Array(numbers.suffix(3))) : nil
    default: nil
    }
  }

  /// `5;n` or `2;r;g;b`, which fields of their own hold.
  private static func color(taking rest: inout ArraySlice<[Int]>) -> UInt8? {
    switch rest.popFirst()?.first {
    case 5: return rest.popFirst().flatMap { TerminalColor.indexed($0.first ?? -1) }
    case 2:
      let parts = rest.prefix(3).map { $0.first ?? 0 }
      rest = rest.dropFirst(3)
      return parts.count == 3 ? TerminalColor.nearest(parts) : nil
    default: return nil
    }
  }
}

/// Colors of terminals as one of sixteen, which a page shows so that they can be read in both schemes:
/// black, red, green, yellow, blue, magenta, cyan, white, and the same brighter.
enum TerminalColor {
  /// One of 256; nil where there is no such color.
  static func indexed(_ number: Int) -> UInt8? {
    switch number {
    case 0...15: return UInt8(number)
    case 16...231:
      let tasks = [0, 95, 135, 175, 215, 255]
      let place = number - 16
      return nearest([tasks[place / 36], tasks[place / 6 % 6], tasks[place % 6]])
    case 232...255: return nearest(Array(repeating: 8 + 10 * (number - 232), count: 3))
    default: return nil
    }
  }

  /// The color of sixteen for red, green and blue from 0 to 255: its hue, or its gray.
  static func nearest(_ rgb: [Int]) -> UInt8? {
    guard rgb.count == 3, rgb.allSatisfy({ 0...255 ~= $0 }) else { return nil }
    let (least, most) = (rgb.min() ?? 0, rgb.max() ?? 0)
    if most - least < max(24, most / 5) {
      return most < 48 ? 0 : most < 128 ? 8 : most < 224 ? 7 : 15
    }
    let middle = (least + most) / 2
    let hue = rgb.enumerated().reduce(0) { $0 | ($1.element > middle ? 1 << $1.offset : 0) }
    return UInt8(hue + (most > 215 ? 8 : 0))
  }
}
