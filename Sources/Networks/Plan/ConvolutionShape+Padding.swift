internal import Kernels
internal import Tensors

extension ConvolutionShape {
  /// Copies images into the middle of padded ones, whose borders are zeros already.
  func pad(_ run: ChunkRun, from input: Region, into padded: Region) {
    forEachRow(run, input, padded) { inner, outer, count in outer.update(from: inner, count: count)
    }
  }

  /// Copies the middle of padded images out.
  func crop(_ run: ChunkRun, from padded: Region, into input: Region) {
    forEachRow(run, input, padded) { inner, outer, count in inner.update(from: outer, count: count)
    }
  }

  private func forEachRow(
    _ run: ChunkRun, _ input: Region, _ padded: Region,
    _ body: (UnsafeMutablePointer<Float>, UnsafeMutablePointer<Float>, Int) -> Void
  ) {
    let (height, width) = (geometry.height, geometry.width)
    let count = width.input * channels
    for image in 0..<run.images {
      for row in 0..<height.input {
        let inner = run.start(input) + image * input.perImage + row * count
        let place = ((row + height.before) * columns + width.before) * channels
        body(inner, run.start(padded) + image * padded.perImage + place, count)
      }
    }
  }
}
