internal import CKernels

/// Windows over one image, each a rectangle: every pair of one of the rows' and one of the columns'
/// ranges.
public struct PoolingWindows: Sendable {
  private let rows: Axis
  private let columns: Axis
  /// Pixels in a row of the image.
  private let width: Int

  /// The ranges of one axis as the kernels take them.
  private struct Axis: Sendable {
    let first: [Int32]
    let size: [Int32]
    /// Where the last range ends.
    let end: Int
    /// The positions of all ranges.
    let total: Int

    init(_ ranges: [Range<Int>]) {
      precondition(
        ranges.allSatisfy { !$0.isEmpty && $0.lowerBound >= 0 }, "pooling: an empty window")
      first = ranges.map { Int32($0.lowerBound) }
      size = ranges.map { Int32($0.count) }
      total = ranges.map(\.count).reduce(0, +)
      end = ranges.map(\.upperBound).max() ?? 0
    }

    func withWindows(_ body: (UnsafePointer<caderno_windows>) -> Void) {
      first.withUnsafeBufferPointer { first in
        size.withUnsafeBufferPointer { size in
          guard let start = first.baseAddress, let sizes = size.baseAddress else { return }
          var windows = caderno_windows(count: first.count, first: start, size: sizes)
          body(&windows)
        }
      }
    }
  }

  /// - Parameters:
  ///   - rows: for each row of windows, which rows of the image they cover; columns: the same.
  ///   - width: pixels in a row of the image.
  /// - Precondition: no range is empty or ends outside of the image.
  public init(rows: [Range<Int>], columns: [Range<Int>], width: Int) {
    (self.rows, self.columns, self.width) = (Axis(rows), Axis(columns), width)
    precondition(self.columns.end <= width, "pooling: a window ends outside of its image")
  }

  /// The pixels of all windows.
  var pixelCount: Int { rows.total * columns.total }

  /// The number of windows.
  public var count: Int { rows.first.count * columns.first.count }

  /// Floats from an image's start that the windows read.
  func reach(_ channels: Int) -> Int {
    count == 0 ? 0 : ((rows.end - 1) * width + columns.end) * channels
  }

  func withWindows(
    _ body: (
      _ rows: UnsafePointer<caderno_windows>, _ columns: UnsafePointer<caderno_windows>,
      _ width: Int
    ) -> Void
  ) {
    rows.withWindows { rows in columns.withWindows { body(rows, $0, width) } }
  }
}
