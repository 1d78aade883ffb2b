internal import Kernels
internal import Memory
internal import Tensors

/// A transposed convolution's geometry: the convolution whose input gradient it is, and for each phase
/// of the strides the taps that reach its outputs, as windows over the padded input.
struct TransposedShape: Sendable {
  /// The outputs at one distance from the strides' grid: all of them take the same taps.
  struct Phase: Sendable {
    /// The windows of the phase's outputs, a run of channels for each tap.
    let table: WindowTable
    /// Where the outputs lie in an image.
    let places: [Int32]
    /// The kernel's taps in the windows' order.
    let taps: [Int]
  }

  /// From an output's gradient to the input's.
  let convolution: ConvolutionShape
  let phases: [Phase]
  let channels: Int
  let filters: Int
  /// Floats of an input with its margins.
  let paddedCount: Int
  private let input: (rows: Int, columns: Int)
  private let margin: (rows: Int, columns: Int)

  /// - Parameter geometry: from the output's extents to the input's.
  init(_ geometry: WindowGeometry, channels: Int, filters: Int) {
    self.channels = channels
    self.filters = filters
    convolution = ConvolutionShape(geometry, channels: filters, filters: channels)
    let (height, width) = (TransposedAxis(geometry.height), TransposedAxis(geometry.width))
    input = (height.axis.output, width.axis.output)
    margin = (height.margin, width.margin)
    let row = width.padded * channels
    paddedCount = height.padded * row
    phases = height.phases.flatMap { down in
      width.phases.map { across in
        let starts = down.taps.flatMap { y in
          across.taps.map { x in Int32(y.offset * row + x.offset * channels) }
        }
        return Phase(
          table: WindowTable(
            offsets: down.positions.flatMap { y in
              across.positions.map { x in Int32(y.start * row + x.start * channels) }
            }, segments: starts, run: channels),
          places: down.positions.flatMap { y in
            across.positions.map { x in Int32((y.output * width.axis.input + x.output) * filters) }
          },
          taps: down.taps.flatMap { y in
            across.taps.map { x in y.tap * width.axis.kernel + x.tap }
          })
      }
    }
  }

  var outputPixels: Int { convolution.geometry.height.input * convolution.geometry.width.input }
  var isPadded: Bool { margin.rows > 0 || margin.columns > 0 }

  /// Copies images into the middle of those with margins, which are zeros already.
  func pad(_ context: ChunkContext, from source: Region, into padded: Region) {
    let count = input.columns * channels
    let row = count + 2 * margin.columns * channels
    for image in 0..<context.images {
      let (inner, outer) = (
        context.floats(source, image: image), context.floats(padded, image: image)
      )
      for y in 0..<input.rows {
        let place = (y + margin.rows) * row + margin.columns * channels
        outer[place..<place + count].update(from: inner[y * count..<(y + 1) * count])
      }
    }
  }
}

/// One axis of a transposed convolution.
struct TransposedAxis {
  struct Phase {
    /// The taps, and where each reads from a window's beginning.
    let taps: [(tap: Int, offset: Int)]
    /// The outputs, and where their windows begin in the padded input.
    let positions: [(output: Int, start: Int)]
  }

  /// From the output to the input.
  let axis: WindowAxis
  /// Zeros before the input and behind it.
  let margin: Int
  let phases: [Phase]
  var padded: Int { axis.output + 2 * margin }

  init(_ axis: WindowAxis) {
    self.axis = axis
    let margin = (axis.kernel - 1) / axis.stride
    self.margin = margin
    // Output o takes tap t of input i where o + before = i · stride + t.
    phases = (0..<min(axis.stride, axis.input)).map { phase in
      let outputs = stride(from: phase, to: axis.input, by: axis.stride)
      let rest = (phase + axis.before) % axis.stride
      let taps = stride(from: rest, to: axis.kernel, by: axis.stride)
      let reach = max((axis.kernel - 1 - rest) / axis.stride, 0)
      return Phase(
        taps: taps.map { ($0, reach - $0 / axis.stride) },
        positions: outputs.map { ($0, ($0 + axis.before) / axis.stride - reach + margin) })
    }
  }
}
