internal import Tensors

/// Visits the positions and taps of a window that slides over a batch, in the engine's order.
///
/// Positions and pixels are numbered row-major over `[batch, height, width]`, taps over the window.
struct WindowWalk {
  let batch: Int
  let channels: Int
  private let height: WindowAxis
  private let width: WindowAxis

  /// - Parameter input: `[batch, height, width, channels]`.
  init(_ window: Window, input shape: Shape) {
    batch = shape[0]
    channels = shape[3]
    let geometry = window.geometry(over: [shape[1], shape[2]])
    height = geometry.height
    width = geometry.width
  }

  func outputShape(channels: Int) -> Shape { [batch, height.output, width.output, channels] }

  /// Calls the body with the number of each output position of the images.
  func forEachOutput(of images: Range<Int>? = nil, _ body: (Int) -> Void) {
    let images = images ?? 0..<batch
    let size = height.output * width.output
    for position in images.lowerBound * size..<images.upperBound * size { body(position) }
  }

  /// Calls the body with (pixel, tap) for each tap of an output position that isn't padding.
  func forEachTap(of position: Int, _ body: (Int, Int) -> Void) {
    let (image, y, x) = split(position)
    for ky in 0..<height.kernel {
      for kx in 0..<width.kernel {
        if let pixel = pixel(image, y, x, ky, kx) { body(pixel, ky * width.kernel + kx) }
      }
    }
  }

  /// Calls the body with (position, pixel, tap), taps outermost: the order of input gradients.
  func forEachTapInKernelOrder(_ body: (Int, Int, Int) -> Void) {
    for ky in 0..<height.kernel {
      for kx in 0..<width.kernel {
        forEachOutput { position in
          let (image, y, x) = split(position)
          if let pixel = pixel(image, y, x, ky, kx) {
            body(position, pixel, ky * width.kernel + kx)
          }
        }
      }
    }
  }

  private func split(_ position: Int) -> (image: Int, y: Int, x: Int) {
    let (row, x) = position.quotientAndRemainder(dividingBy: width.output)
    let (image, y) = row.quotientAndRemainder(dividingBy: height.output)
    return (image, y, x)
  }

  private func pixel(_ image: Int, _ y: Int, _ x: Int, _ ky: Int, _ kx: Int) -> Int? {
    guard let row = height.position(output: y, tap: ky),
      let column = width.position(output: x, tap: kx)
    else { return nil }
    return (image * height.input + row) * width.input + column
  }
}
