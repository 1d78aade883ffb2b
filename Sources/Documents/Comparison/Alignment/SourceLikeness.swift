/// How much of two sources is the same: by the longest stretch that both have, then the longest before it
/// and behind it, and so on, as Python's `difflib` measures it. Short ones are compared by characters, long
/// ones by lines.
struct SourceLikeness {
  /// Where more than this part is the same, hardly anything was edited.
  static let same = 0.95
  /// Where more than this part is the same, somebody edited the one to make the other.
  static let edited = 0.7
  /// Of sources that are shorter than this, nothing can be said by their characters.
  private static let short = 10
  /// The most pairs of characters that are looked at.
  private static let mostPairs = 250_000

  private let source: String
  private let characters: [UInt32]
  private let counts: [UInt32: Int]

  init(_ source: String) {
    self.source = source
    characters = source.unicodeScalars.map(\.value)
    counts = characters.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// Whether more than a part of both is the same.
  ///
  /// Cost: the product of their lengths, with a limit; linear where they have few characters in common.
  func isLike(_ other: SourceLikeness, _ part: Double) -> Bool {
    if source == other.source { return true }
    let (a, b) = (characters, other.characters)
    if part == Self.edited, a.count < Self.short, b.count < Self.short {
      return a.isEmpty == b.isEmpty
    }
    let enough = part * Double(a.count + b.count) / 2
    guard Double(min(a.count, b.count)) > enough, Double(common(other)) > enough else {
      return false
    }
    if a.count * b.count <= Self.mostPairs {
      return Double(SharedStretches(a, b) { _ in 1 }.size) > enough
    }
    let (lines, others) = (Self.lines(source), Self.lines(other.source))
    guard lines.count * others.count <= Self.mostPairs else { return true }
    return Double(SharedStretches(lines, others) { $0.unicodeScalars.count + 1 }.size) > enough
  }

  /// How many characters both have, wherever they stand: no fewer than the same in order.
  private func common(_ other: SourceLikeness) -> Int {
    counts.reduce(0) { $0 + min($1.value, other.counts[$1.key] ?? 0) }
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}

/// The stretches that two lists have in common, in order: the longest, then those on its sides.
struct SharedStretches<Element: Equatable> {
  /// What all of them weigh.
  private(set) var size = 0

  init(_ a: [Element], _ b: [Element], weight: (Element) -> Int) {
    var open = [(a.indices, b.indices)]
    while let (first, second) = open.popLast() {
      guard let (x, y, count) = Self.longest(a, first, b, second) else { continue }
      size += a[x..<x + count].reduce(0) { $0 + weight($1) }
      open.append((first.lowerBound..<x, second.lowerBound..<y))
      open.append((x + count..<first.upperBound, y + count..<second.upperBound))
    }
  }

  /// The longest stretch, the first of those in `a`, then in `b`; nil where nothing is the same.
  private static func longest(
    _ a: [Element], _ first: Range<Int>, _ b: [Element], _ second: Range<Int>
  ) -> (Int, Int, Int)? {
    var best = (a: 0, b: 0, count: 0)
    // For each place of `b` how long the stretch is that ends there and at the place of `a` before.
    var lengths = [Int](repeating: 0, count: second.count + 1)
    for x in first {
      for y in second.reversed() {
        let place = y - second.lowerBound
        lengths[place + 1] = a[x] == b[y] ? lengths[place] + 1 : 0
      }
      for (place, length) in lengths.enumerated() where length > best.count {
        best = (x - length + 1, second.lowerBound + place - length, length)
      }
    }
    return best.count > 0 ? best : nil
  }
}
