internal import CKernels

/// For each pixel of an image, the windows that read it: which position's, and by which tap.
public struct ChannelSpread: Sendable {
  private let first: [Int32]
  private let positions: [Int32]
  private let taps: [Int32]
  /// Positions of the windows, and taps of each, as far as any pixel names them.
  let positionCount: Int
  let tapCount: Int

  /// - Parameter readers: for each pixel (position, tap), in the order of the sums.
  public init(_ readers: [[(position: Int32, tap: Int32)]]) {
    let all = readers.flatMap { $0 }
    precondition(
      all.allSatisfy { $0.position >= 0 && $0.tap >= 0 }, "channel spread: a negative place")
    positions = all.map(\.position)
    taps = all.map(\.tap)
    first = readers.reduce(into: [0]) { $0.append(($0.last ?? 0) + Int32($1.count)) }
    positionCount = Int(positions.max() ?? -1) + 1
    tapCount = Int(taps.max() ?? -1) + 1
  }

  /// The windows of all pixels.
  var readerCount: Int { positions.count }

  /// The number of pixels.
  public var count: Int { first.count - 1 }

  func withSpread(_ body: (UnsafePointer<caderno_spread>) -> Void) {
    first.withUnsafeBufferPointer { first in
      positions.withUnsafeBufferPointer { positions in
        taps.withUnsafeBufferPointer { taps in
          guard let start = first.baseAddress else { return }
          // An empty array has no address; nothing is read through it then.
          var spread = caderno_spread(
            pixels: count, first: start, position: positions.baseAddress ?? start,
            tap: taps.baseAddress ?? start)
          body(&spread)
        }
      }
    }
  }
}
