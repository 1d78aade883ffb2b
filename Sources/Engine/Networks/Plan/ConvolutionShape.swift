internal import Kernels
internal import Tensors

/// A convolution's geometry as tables over an input that carries its padding around it.
struct ConvolutionShape: Sendable {
  let geometry: WindowGeometry
  let channels: Int
  let filters: Int
  /// Extents of the input with its padding; what lies beyond the last window is left out.
  let rows: Int
  let columns: Int
  /// The windows of all output pixels.
  let table: WindowTable
  /// One tap at a time: where each output pixel's tap lies in the padded input.
  let taps: [[Int32]]
  /// The rows of an output's gradient, `[pixels, filters]`.
  let gradientRows: WindowTable

  init(_ geometry: WindowGeometry, channels: Int, filters: Int) {
    self.geometry = geometry
    self.channels = channels
    self.filters = filters
    let (height, width) = (geometry.height, geometry.width)
    rows = height.before + height.input + height.after
    columns = width.before + width.input + width.after
    let row = columns * channels
    let offsets = (0..<height.output).flatMap { y in
      (0..<width.output).map { x in
        Int32(y * height.stride * row + x * width.stride * channels)
      }
    }
    let starts = (0..<height.kernel).flatMap { y in
      (0..<width.kernel).map { x in
        Int32(y * height.dilation * row + x * width.dilation * channels)
      }
    }
    let whole = width.dilation == 1
    table = WindowTable(
      offsets: offsets,
      segments: whole
        ? starts.enumerated().filter { $0.offset % width.kernel == 0 }.map(\.element)
        : starts,
      run: whole ? width.kernel * channels : channels)
    taps = starts.map { start in offsets.map { $0 + start } }
    gradientRows = WindowTable(
      offsets: offsets.indices.map { Int32($0 * filters) }, segments: [0], run: filters)
  }

  var isPadded: Bool { rows != geometry.height.input || columns != geometry.width.input }
  var pixels: Int { geometry.outputCount }
  /// Rows and columns of the output.
  var extents: (rows: Int, columns: Int) { (geometry.height.output, geometry.width.output) }
  /// Floats of a padded image.
  var paddedCount: Int { rows * columns * channels }
  /// Multiply-adds of one output.
  var size: Int { table.size }
}
