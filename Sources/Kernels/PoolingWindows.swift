internal import CKernels

/// Windows over one image and the pixels of each that lie inside it.
public struct PoolingWindows: Sendable {
  private let first: [Int32]
  private let pixels: [Int32]
  /// Where the last pixel of an image begins that a window reads.
  private let last: Int

  /// The most pixels of a window.
  public static let mostPixels = 1 << 16

  /// - Parameter windows: for each window where its pixels begin in the image, in floats.
  /// - Precondition: every window has a pixel, and at most ``mostPixels``.
  public init(_ windows: [[Int32]]) {
    precondition(
      windows.allSatisfy { (1...Self.mostPixels).contains($0.count) }, "pooling: an empty window")
    pixels = windows.flatMap { $0 }
    precondition(pixels.allSatisfy { $0 >= 0 }, "pooling: a negative offset")
    last = Int(pixels.max() ?? 0)
    first = windows.reduce(into: [0]) { $0.append(($0.last ?? 0) + Int32($1.count)) }
  }

  /// The number of windows.
  public var count: Int { first.count - 1 }

  /// Floats from an image's start that the windows read.
  func reach(_ channels: Int) -> Int { pixels.isEmpty ? 0 : last + channels }

  func withWindows(_ body: (UnsafePointer<caderno_windows>) -> Void) {
    first.withUnsafeBufferPointer { first in
      pixels.withUnsafeBufferPointer { pixels in
        guard let start = first.baseAddress, let pixel = pixels.baseAddress else { return }
        var windows = caderno_windows(count: count, first: start, pixel: pixel)
        body(&windows)
      }
    }
  }
}
