internal import Kernels
internal import Memory
internal import Tensors

/// A depthwise convolution's geometry: an input that carries its padding around it, and each of its
/// channels as many times as there are results of it.
struct DepthwiseShape: Sendable {
  let channels: Int
  let multiplier: Int
  /// The taps of all output pixels' windows, each a run of all results.
  let table: WindowTable
  /// The windows that read each pixel of the input.
  let spread: ChannelSpread
  private let whole: ConvolutionShape

  init(_ geometry: WindowGeometry, channels: Int, multiplier: Int) {
    self.channels = channels
    self.multiplier = multiplier
    let width = channels * multiplier
    whole = ConvolutionShape(geometry, channels: width, filters: width)
    table = WindowTable(
      offsets: whole.table.offsets, segments: whole.taps.map { $0[0] }, run: width)
    var readers = [[(position: Int32, tap: Int32)]](
      repeating: [], count: geometry.height.input * geometry.width.input)
    for y in 0..<geometry.height.output {
      for x in 0..<geometry.width.output {
        for ky in 0..<geometry.height.kernel {
          guard let row = geometry.height.position(output: y, tap: ky) else { continue }
          for kx in 0..<geometry.width.kernel {
            guard let column = geometry.width.position(output: x, tap: kx) else { continue }
            readers[row * geometry.width.input + column].append(
              (Int32(y * geometry.width.output + x), Int32(ky * geometry.width.kernel + kx)))
          }
        }
      }
    }
    spread = ChannelSpread(readers)
  }

  /// Results of a pixel.
  var width: Int { channels * multiplier }
  var pixels: Int { whole.pixels }
  var inputPixels: Int { spread.count }
  /// Whether the windows read another form than the input itself, and the floats of that.
  var isWidened: Bool { multiplier > 1 || whole.isPadded }
  var widenedCount: Int { whole.paddedCount }

  /// Copies images into the middle of wider ones, whose borders are zeros already.
  func widen(_ context: ChunkContext, from input: Region, into wide: Region) {
    if multiplier == 1 { return whole.pad(context, from: input, into: wide) }
    let (height, columns) = (whole.geometry.height, whole.geometry.width)
    for image in 0..<context.images {
      let (inner, outer) = (context.floats(input, image: image), context.floats(wide, image: image))
      for row in 0..<height.input {
        let start = ((row + height.before) * whole.columns + columns.before) * width
        let numbers = inner[row * columns.input * channels..<(row + 1) * columns.input * channels]
        for (index, number) in numbers.enumerated() {
          let place = start + index * multiplier
          outer[place..<place + multiplier].update(repeating: number)
        }
      }
    }
  }

  /// Adds up the slopes of each channel's results.
  func join(_ slopes: MutableElements<Float>, into target: MutableElements<Float>) {
    for place in target.indices {
      var sum: Float = 0
      for index in place * multiplier..<(place + 1) * multiplier { sum += slopes[index] }
      target[place] = sum
    }
  }
}
