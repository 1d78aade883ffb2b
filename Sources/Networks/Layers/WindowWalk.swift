internal import Tensors

/// Visits the positions and taps of a window that slides over a batch, in the engine's order.
///
/// Positions and pixels are numbered row-major over `[batch, height, width]`, taps over the window.
struct WindowWalk {
  let window: WindowGeometry
  let batch: Int
  let channels: Int
  private let input: [Int]
  private let output: [Int]
  private let before: [Int]

  /// - Parameter input: `[batch, height, width, channels]`.
  init(_ window: WindowGeometry, input shape: Shape) {
    self.window = window
    batch = shape[0]
    input = [shape[1], shape[2]]
    channels = shape[3]
    output = (0..<2).map { window.outputExtent($0, input: shape[$0 + 1]) }
    before = (0..<2).map { window.padBefore($0, input: shape[$0 + 1]) }
  }

  func outputShape(channels: Int) -> Shape { [batch, output[0], output[1], channels] }

  /// Calls the body with the number of each output position of the images.
  func forEachOutput(of images: Range<Int>? = nil, _ body: (Int) -> Void) {
    let images = images ?? 0..<batch
    let size = output[0] * output[1]
    for position in images.lowerBound * size..<images.upperBound * size { body(position) }
  }

  /// Calls the body with (pixel, tap) for each tap of an output position that isn't padding.
  func forEachTap(of position: Int, _ body: (Int, Int) -> Void) {
    let (image, y, x) = split(position)
    for ky in 0..<window.kernelSize[0] {
      for kx in 0..<window.kernelSize[1] {
        if let pixel = pixel(image, y, x, ky, kx) { body(pixel, ky * window.kernelSize[1] + kx) }
      }
    }
  }

  /// Calls the body with (position, pixel, tap), taps outermost: the order of input gradients.
  func forEachTapInKernelOrder(_ body: (Int, Int, Int) -> Void) {
    for ky in 0..<window.kernelSize[0] {
      for kx in 0..<window.kernelSize[1] {
        forEachOutput { position in
          let (image, y, x) = split(position)
          if let pixel = pixel(image, y, x, ky, kx) {
            body(position, pixel, ky * window.kernelSize[1] + kx)
          }
        }
      }
    }
  }

  private func split(_ position: Int) -> (image: Int, y: Int, x: Int) {
    let (row, x) = position.quotientAndRemainder(dividingBy: output[1])
    let (image, y) = row.quotientAndRemainder(dividingBy: output[0])
    return (image, y, x)
  }

  private func pixel(_ image: Int, _ y: Int, _ x: Int, _ ky: Int, _ kx: Int) -> Int? {
    let row = y * window.strides[0] + ky * window.dilation[0] - before[0]
    let column = x * window.strides[1] + kx * window.dilation[1] - before[1]
    guard row >= 0, row < input[0], column >= 0, column < input[1] else { return nil }
    return (image * input[0] + row) * input[1] + column
  }
}
