internal import Kernels
internal import Tensors

/// A convolution and the 2 by 2 pooling behind it: only the positions that the pooling reads.
struct PooledConvolutionShape: Sendable {
  let whole: ConvolutionShape
  /// Rows and columns after pooling.
  let rows: Int
  let columns: Int
  /// The windows at the 2 rows by 2 columns positions that are pooled.
  let table: WindowTable
  /// For each such position, where its pooled window's gradients begin.
  let sources: [Int32]
  /// Floats from a position to the next row's and column's in the input.
  let steps: (row: Int, column: Int)

  /// Nil where the layers behind a convolution aren't such a pooling.
  init?(_ whole: ConvolutionShape, pooling: WindowGeometry) {
    let axes = [pooling.height, pooling.width]
    guard axes.allSatisfy({ $0.kernel == 2 && $0.stride == 2 && $0.before + $0.after == 0 }),
      axes.allSatisfy({ $0.dilation == 1 })
    else { return nil }
    self.whole = whole
    rows = pooling.height.output
    columns = pooling.width.output
    let (columns, filters) = (columns, whole.filters)
    let positions = (0..<2 * rows).flatMap { y in (0..<2 * columns).map { x in (y, x) } }
    table = WindowTable(
      offsets: positions.map { y, x in
        whole.table.offsets[y * whole.geometry.width.output + x]
      },
      segments: whole.table.segments, run: whole.table.run)
    sources = positions.map { y, x in Int32((y / 2 * columns + x / 2) * filters) }
    let (height, width) = (whole.geometry.height, whole.geometry.width)
    steps = (height.stride * whole.columns * whole.channels, width.stride * whole.channels)
  }

  var positions: Int { 4 * rows * columns }

  /// Rows and columns of the convolution's output that the pooling reads: an odd last one is left out.
  var readExtents: (rows: Int, columns: Int) { (2 * rows, 2 * columns) }

  /// Floats that an image's masks take.
  var maskFloats: Int { 2 * positions * SparseGradient.words(outputs: whole.filters) }

  /// A 3 by 3 convolution of one channel, whose weights' gradient has a kernel of its own.
  var isFirst: Bool {
    whole.channels == 1 && whole.filters % 16 == 0 && whole.geometry.height.kernel == 3
      && whole.geometry.width.kernel == 3 && steps == (whole.columns, 1)
      && whole.geometry.height.dilation == 1 && whole.geometry.width.dilation == 1
  }
}
