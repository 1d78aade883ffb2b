internal import CKernels

/// Where the windows of one image begin, and the runs of consecutive floats that each covers.
///
/// For a convolution over `[height, width, channels]` a run is a kernel row, `[kernel width,
/// channels]`, or where columns are dilated a single tap, `[channels]`. A matrix product is the
/// case of one window with one run.
public struct WindowTable: Sendable {
  /// Where each output pixel's window begins in its image.
  public let offsets: [Int32]
  /// Where each run begins in its window.
  public let segments: [Int32]
  /// Floats in a run.
  public let run: Int
  /// Floats from an image's start that the windows read.
  public let reach: Int

  /// - Precondition: no offset is negative.
  public init(offsets: [Int32], segments: [Int32], run: Int) {
    precondition(
      offsets.allSatisfy { $0 >= 0 } && segments.allSatisfy { $0 >= 0 } && run >= 0,
      "window table: negative offset")
    self.offsets = offsets
    self.segments = segments
    self.run = run
    reach = Int(offsets.max() ?? 0) + Int(segments.max() ?? 0) + run
  }

  /// Windows of `count` consecutive floats, one behind the other: the rows of a matrix.
  public init(rows: Int = 1, of count: Int) {
    self.init(offsets: (0..<rows).map { Int32($0 * count) }, segments: [0], run: count)
  }

  /// Multiply-adds of one output channel's window.
  public var size: Int { segments.count * run }

  func withWindow<Result>(_ body: (UnsafePointer<caderno_window>) -> Result) -> Result {
    offsets.withUnsafeBufferPointer { offsets in
      segments.withUnsafeBufferPointer { segments in
        // An empty array has no address; nothing is read through it then.
        var none: Int32 = 0
        return withUnsafePointer(to: &none) { none in
          var window = caderno_window(
            pixels: offsets.count, offset: offsets.baseAddress ?? none, segments: segments.count,
            segment: segments.baseAddress ?? none, run: run)
          return body(&window)
        }
      }
    }
  }
}
