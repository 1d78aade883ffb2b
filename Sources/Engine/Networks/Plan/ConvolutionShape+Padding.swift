internal import Kernels
internal import Memory
internal import Tensors

extension ConvolutionShape {
  /// Copies images into the middle of padded ones, whose borders are zeros already.
  func pad(_ context: ChunkContext, from input: Region, into padded: Region) {
    forEachRow(context, input, padded) { inner, outer in outer.update(from: inner) }
  }

  /// Copies the middle of padded images out.
  func crop(_ context: ChunkContext, from padded: Region, into input: Region) {
    forEachRow(context, input, padded) { inner, outer in inner.update(from: outer) }
  }

  private func forEachRow(
    _ context: ChunkContext, _ input: Region, _ padded: Region,
    _ body: (MutableElements<Float>, MutableElements<Float>) -> Void
  ) {
    let (height, width) = (geometry.height, geometry.width)
    let count = width.input * channels
    for image in 0..<context.images {
      let (inner, outer) = (
        context.floats(input, image: image), context.floats(padded, image: image)
      )
      for row in 0..<height.input {
        let place = ((row + height.before) * columns + width.before) * channels
        body(inner[row * count..<(row + 1) * count], outer[place..<place + count])
      }
    }
  }
}
