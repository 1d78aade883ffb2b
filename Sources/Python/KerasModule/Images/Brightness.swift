/// The brightness of an image, changed as Pillow's `ImageEnhance.Brightness` does with bytes.
struct Brightness {
  /// What bytes are multiplied with.
  let factor: Double

  /// - Parameters:
  ///   - image: numbers of `[height, width, channels]`. Those beyond the bytes are spread over them, and back behind.
  ///   - channels: 1, 3 or 4, of which the fourth tells how much is seen and stays.
  func image(_ image: [Float], channels: Int) -> [Float] {
    guard let low = image.min(), let high = image.max() else { return image }
    let isSpread = low < 0 || high > 255
    var numbers = image
    if isSpread {
      numbers = numbers.map { $0 - low }
      let largest = numbers.max() ?? 0
      numbers = numbers.map { (largest == 0 ? $0 : $0 / largest) * 255 }
    }
    for index in numbers.indices {
      let byte = Float(UInt8(truncatingIfNeeded: Int(numbers[index])))
      numbers[index] = channels == 4 && index % 4 == 3 ? byte : changed(byte)
    }
    return isSpread ? numbers.map { $0 / 255 * (high - low) + low } : numbers
  }

  private func changed(_ byte: Float) -> Float {
    min(max((Float(factor) * byte).rounded(.towardZero), 0), 255)
  }
}
