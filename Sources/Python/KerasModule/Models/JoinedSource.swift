internal import Memory
internal import Networks

/// Several arrays as one: each sample has a row of each array, one behind the other.
struct JoinedSource: SampleSource {
  private let parts: [(source: any SampleSource, size: Int, start: Int)]
  /// Numbers of a sample.
  private let width: Int
  let count: Int
  let identity: (any Hashable & Sendable)?

  /// - Parameters:
  ///   - sources: each with the numbers that a sample has of it, at least one.
  ///   - samples: how many there are.
  init(_ sources: [(source: any SampleSource, size: Int)], samples: Int) {
    var width = 0
    parts = sources.map { part in
      defer { width += part.size }
      return (part.source, part.size, width)
    }
    self.width = width
    count = width * samples
    let identities = sources.compactMap { $0.source.identity }
    identity = identities.count == sources.count ? Identity(identities) : nil
  }

  /// Sendable since its initializer takes nothing else.
  private struct Identity: Hashable, @unchecked Sendable {
    let parts: [AnyHashable]

    init(_ parts: [any Hashable & Sendable]) { self.parts = parts.map { AnyHashable($0) } }
  }

  var divisor: Float? { nil }
  var meaning: String { "numbers" }
  func bytes(_ range: Range<Int>) -> Elements<UInt8>? { nil }

  func read(_ range: Range<Int>, into row: MutableElements<Float>) {
    var next = range.lowerBound
    while next < range.upperBound {
      let (sample, place) = next.quotientAndRemainder(dividingBy: width)
      guard let part = parts.last(where: { $0.start <= place }) else { return }
      let first = place - part.start
      let end = min(next + part.size - first, range.upperBound)
      let start = sample * part.size + first
      part.source.read(
        start..<start + end - next,
        into: row[next - range.lowerBound..<end - range.lowerBound])
      next = end
    }
  }
}
