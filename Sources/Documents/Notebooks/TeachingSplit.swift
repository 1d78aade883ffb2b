internal import Diagnostics

/// A lesson without its solutions, and what was taken out.
public struct TeachingSplit: Hashable, Sendable {
  /// What was taken out, and where.
  public struct Piece: Hashable, Sendable {
    /// The place in the student's bytes.
    public let place: Int
    /// What stood there.
    public let bytes: [UInt8]

    /// A piece that goes before the byte at `place`.
    public init(place: Int, bytes: [UInt8]) { (self.place, self.bytes) = (place, bytes) }
  }

  /// The lesson as students get it.
  public let student: [UInt8]
  /// The solutions with their outputs, in document order.
  public let solutions: [Piece]

  /// Takes a notebook's solutions out. Cost: linear.
  public init(_ notebook: Notebook) {
    let bytes = notebook.source.bytes
    var (student, solutions): ([UInt8], [Piece]) = ([], [])
    var copied = 0
    for range in notebook.solutionRanges {
      student += bytes[copied..<range.lowerBound]
      solutions.append(Piece(place: student.count, bytes: Array(bytes[range])))
      copied = range.upperBound
    }
    self.student = student + bytes[copied...]
    self.solutions = solutions
  }

  /// Puts solutions back where they were taken out: the lesson, byte for byte.
  ///
  /// - Parameters:
  ///   - solutions: in the order of their places.
  ///   - student: the bytes that they were taken out of.
  public static func merge(_ solutions: [Piece], into student: [UInt8]) -> [UInt8] {
    var (merged, copied): ([UInt8], Int) = ([], 0)
    for piece in solutions {
      let place = min(max(piece.place, copied), student.count)
      merged += student[copied..<place] + piece.bytes
      copied = place
    }
    return merged + student[copied...]
  }
}

extension Notebook {
  /// The directives that are solutions, or lie in some.
  public var solutionIDs: Set<String> {
    var ranges = parts.filter { $0.kind == .solution }.map(\.range)[...]
    return Set(
      directives.compactMap { directive in
        ranges = ranges.drop { $0.upperBound <= directive.range.lowerBound }
        return ranges.first?.contains(directive.range.lowerBound) ?? false ? directive.id : nil
      })
  }

  /// Where solutions and their outputs stand, whole lines, in order and apart from each other.
  var solutionRanges: [Range<Int>] {
    let ranges = parts.filter { $0.kind == .solution }.map(\.range)
    let ids = solutionIDs
    let outputs = regions.filter { $0.owner.map(ids.contains) ?? false }.map { region in
      region.range.lowerBound..<source.fullRange(ofLine: region.lines.upperBound).upperBound
    }
    var joined: [Range<Int>] = []
    for range in (ranges + outputs).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, range.lowerBound <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    return joined
  }
}
