internal import Memory
internal import Tensors

/// Images moved by an affine map of their places, as TensorFlow's `ImageProjectiveTransformV3` does: the
/// output at (x, y) is the input at (a₀x + a₁y + a₂, a₃x + a₄y + a₅).
struct PixelWarp: ImageMap {
  /// What lies beyond an image's edges.
  enum Fill: String, CaseIterable, Sendable {
    case reflect, wrap, constant, nearest

    /// The place on an axis of some pixels that stands for one beyond its ends.
    func place(_ place: Float, of count: Int) -> Float {
      let (length, last) = (Float(count), Float(count - 1))
      guard self != .constant, place < 0 || place > last else { return place }
      let moved =
        switch self {
        case .reflect: Self.reflected(place, length)
        case .wrap: count < 2 ? 0 : Self.wrapped(place, last)
        case .nearest, .constant: place
        }
      return min(max(moved, 0), last)
    }

    /// `a b c d | a b c d | a b c d`, turn by turn as TensorFlow counts them.
    private static func wrapped(_ place: Float, _ last: Float) -> Float {
      let turns = (abs(place) / last).rounded(.towardZero)
      return place < 0 ? place + (last + 1) * (turns + 1) : place - (last + 1) * turns
    }

    /// `d c b a | a b c d | d c b a`.
    private static func reflected(_ place: Float, _ length: Float) -> Float {
      let turn = place - 2 * length * (place / (2 * length)).rounded(.down)
      return turn >= length ? 2 * length - turn - 1 : turn
    }
  }

  let matrix: [Float]
  let fill: Fill
  let fillValue: Float
  let isNearest: Bool
  private let height: Int
  private let width: Int
  private let channels: Int

  /// - Parameters:
  ///   - shape: `[height, width, channels]`, of the image and of what becomes of it.
  ///   - isNearest: takes the nearest pixel in place of one between four.
  init(
    _ shape: Shape, matrix: [Float], fill: Fill = .reflect, fillValue: Float = 0,
    isNearest: Bool = false
  ) {
    (self.matrix, self.fill, self.fillValue, self.isNearest) = (matrix, fill, fillValue, isNearest)
    (height, width, channels) = (shape[0], shape[1], shape[2])
  }

  /// Pixels of the input with their shares; those beyond the edges have no place.
  private typealias Taps = (places: SIMD4<Int>, shares: SIMD4<Float>)

  func forward(_ input: Elements<Float>, to output: MutableElements<Float>) {
    eachPixel { place, taps in
      for channel in 0..<channels {
        func value(_ tap: Int) -> Float {
          taps.places[tap] < 0 ? fillValue : input[taps.places[tap] + channel]
        }
        let shares = taps.shares
        let top = shares[0] * value(0) + shares[1] * value(1)
        let bottom = shares[0] * value(2) + shares[1] * value(3)
        output[place + channel] = shares[2] * top + shares[3] * bottom
      }
    }
  }

  func backward(_ slopes: Elements<Float>, to result: MutableElements<Float>) {
    eachPixel { place, taps in
      for tap in 0..<4 where taps.places[tap] >= 0 {
        let share = taps.shares[tap % 2] * taps.shares[2 + tap / 2]
        for channel in 0..<channels {
          result[taps.places[tap] + channel] += slopes[place + channel] * share
        }
      }
    }
  }

  private func eachPixel(_ body: (Int, Taps) -> Void) {
    for y in 0..<height {
      for x in 0..<width {
        let (column, row) = (Float(x), Float(y))
        let across = matrix[0] * column + matrix[1] * row + matrix[2]
        let down = matrix[3] * column + matrix[4] * row + matrix[5]
        body(
          (y * width + x) * channels,
          taps(fill.place(across, of: width), fill.place(down, of: height)))
      }
    }
  }

  /// The four pixels around a place; the shares are those of the columns, then those of the rows.
  private func taps(_ x: Float, _ y: Float) -> Taps {
    if isNearest {
      let place = place(x.rounded(.toNearestOrAwayFromZero), y.rounded(.toNearestOrAwayFromZero))
      return (SIMD4(place, -1, -1, -1), SIMD4(1, 0, 1, 0))
    }
    let (left, top) = (x.rounded(.down), y.rounded(.down))
    return (
      SIMD4(
        place(left, top), place(left + 1, top), place(left, top + 1), place(left + 1, top + 1)),
      SIMD4(left + 1 - x, x - left, top + 1 - y, y - top)
    )
  }

  private func place(_ x: Float, _ y: Float) -> Int {
    guard x >= 0, y >= 0, x < Float(width), y < Float(height) else { return -1 }
    return (Int(y) * width + Int(x)) * channels
  }
}
