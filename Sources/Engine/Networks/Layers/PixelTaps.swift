internal import Memory
internal import Tensors

/// Images of a shape made of the pixels of others: each pixel a sum of four of another's, as bilinear
/// interpolation has it.
struct PixelTaps: ImageMap {
  /// Between which two pixels of an axis one lies, and how far it is from the first.
  struct Spot: Sendable {
    let low: Int
    let high: Int
    let share: Float

    /// Pixels of a part of an axis made so many more or fewer, whose middles keep their places.
    static func resized(_ input: Range<Int>, to output: Int) -> [Spot] {
      let scale = Float(input.count) / Float(output)
      return (0..<output).map { place in
        let middle = (Float(place) + 0.5) * scale - 0.5
        let low = middle.rounded(.down)
        return Spot(
          low: input.lowerBound + max(Int(low), 0),
          high: input.lowerBound + min(Int(middle.rounded(.up)), input.count - 1),
          share: middle - low)
      }
    }
  }

  private let rows: [Spot]
  private let columns: [Spot]
  private let inputWidth: Int
  private let channels: Int

  /// - Parameters:
  ///   - input: `[height, width, channels]`.
  ///   - height: that of the output, as `width`.
  init(resizing input: Shape, height: Int, width: Int) {
    self.init(
      resizing: input, rows: 0..<input[0], columns: 0..<input[1], height: height, width: width)
  }

  /// A window of the input alone.
  ///
  /// - Parameters:
  ///   - input: `[height, width, channels]`.
  ///   - rows: the window's, as `columns`.
  ///   - height: that of the output, as `width`.
  init(resizing input: Shape, rows: Range<Int>, columns: Range<Int>, height: Int, width: Int) {
    self.rows = Spot.resized(rows, to: height)
    self.columns = Spot.resized(columns, to: width)
    (inputWidth, channels) = (input[1], input[2])
  }

  /// From one image's pixels to the other's.
  func forward(_ input: Elements<Float>, to output: MutableElements<Float>) {
    eachPixel { place, corners, down, across in
      for channel in 0..<channels {
        let (a, b) = (input[corners[0] + channel], input[corners[1] + channel])
        let (c, d) = (input[corners[2] + channel], input[corners[3] + channel])
        let (top, bottom) = (a + (b - a) * across, c + (d - c) * across)
        output[place + channel] = top + (bottom - top) * down
      }
    }
  }

  /// Adds the gradients of one image's pixels to those of the other's, in the pixels' order.
  func backward(_ slopes: Elements<Float>, to result: MutableElements<Float>) {
    eachPixel { place, corners, down, across in
      let shares = [
        (1 - down) * (1 - across), (1 - down) * across, down * (1 - across), down * across,
      ]
      for (corner, share) in zip(corners, shares) {
        for channel in 0..<channels {
          result[corner + channel] += slopes[place + channel] * share
        }
      }
    }
  }

  /// Where each pixel of the output lies, its four of the input, and its shares of the second row and
  /// the second column.
  private func eachPixel(_ body: (Int, [Int], Float, Float) -> Void) {
    var corners = [0, 0, 0, 0]
    for (y, row) in rows.enumerated() {
      let (top, bottom) = (row.low * inputWidth, row.high * inputWidth)
      for (x, column) in columns.enumerated() {
        corners[0] = (top + column.low) * channels
        corners[1] = (top + column.high) * channels
        corners[2] = (bottom + column.low) * channels
        corners[3] = (bottom + column.high) * channels
        body((y * columns.count + x) * channels, corners, row.share, column.share)
      }
    }
  }
}
