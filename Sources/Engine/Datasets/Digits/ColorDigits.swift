internal import Tensors

/// The built-in data set `color_digits`: the digits with a border, in colors.
///
/// Each example is a function of its index alone. Paper and ink are two colors of which one is light
/// and the other dark, so that the digit can be read.
enum ColorDigits {
  static let side = 32

  static func split(_ range: Range<Int>) -> Split {
    let grey = SyntheticDigits.split(range)
    let border = (side - DigitCanvas.side) / 2
    var images = [UInt8](repeating: 0, count: range.count * side * side * 3)
    for (place, index) in range.enumerated() {
      let (paper, ink) = colors(index)
      for y in 0..<side {
        for x in 0..<side {
          let (row, column) = (y - border, x - border)
          let isInside = 0..<DigitCanvas.side ~= row && 0..<DigitCanvas.side ~= column
          let share =
            isInside
            ? Int(grey.images[(place * DigitCanvas.side + row) * DigitCanvas.side + column]) : 0
          let start = ((place * side + y) * side + x) * 3
          for channel in 0..<3 {
            let mixed = paper[channel] * (255 - share) + ink[channel] * share
            images[start + channel] = UInt8(mixed / 255)
          }
        }
      }
    }
    return Split(images: images, labels: grey.labels, imageShape: [side, side, 3])
  }

  /// Paper and ink of an example.
  private static func colors(_ index: Int) -> (paper: [Int], ink: [Int]) {
    let random = RandomStream(seed: 10, stream: 5 << 56).uniform(count: 7, from: UInt64(index) * 8)
    func channel(_ number: Float) -> Int { Int(number * 96) }
    let dark = random[0..<3].map(channel)
    let light = random[3..<6].map { 255 - channel($0) }
    return random[6] < 0.5 ? (dark, light) : (light, dark)
  }
}
