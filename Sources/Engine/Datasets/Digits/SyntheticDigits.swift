internal import Tensors

/// The built-in data set `digits`: looks handwritten, drawn by the program itself.
///
/// Each example is a function of its index alone, to the byte, on every system and in every build
/// mode: the arithmetic is that of IEEE 754's basic operations, in one order.
enum SyntheticDigits {
  /// The indices of the training examples.
  static let train = 0..<60_000
  /// The indices of the test examples.
  static let test = 60_000..<70_000

  /// The examples of `range`: images `[count, 28, 28, 1]`, white on black, and their digits.
  ///
  /// Strokes are centered by their mass in a box of about 20 pixels, as in MNIST (LeCun, Cortes
  /// and Burges 1998).
  static func split(_ range: Range<Int>) -> Split {
    let side = DigitCanvas.side
    var images: [UInt8] = []
    images.reserveCapacity(range.count * side * side)
    var labels: [UInt8] = []
    labels.reserveCapacity(range.count)
    var canvas = DigitCanvas()
    for index in range {
      var hand = DigitHand(index: index)
      labels.append(UInt8(hand.label))
      canvas.clear()
      for segment in hand.write() { canvas.draw(segment, blur: hand.blur) }
      canvas.append(to: &images, blur: hand.blur, ink: hand.ink)
    }
    return Split(images: images, labels: labels, imageShape: Shape([side, side, 1]))
  }
}
