internal import CKernels

/// Winograd's form of a convolution of 3 by 3 taps in steps of 1: a tile of `r` by `c` outputs
/// takes `(r + 2)(c + 2)` products for `9 r c`.
///
/// F(r x c, 3x3) of Lavin and Gray, "Fast algorithms for convolutional neural networks" (2016).
/// Results differ from the direct chain's by rounding, by a few units in the last place of the
/// largest term, and are the same on every instruction set.
public struct WinogradConvolution: Sendable {
  /// Channels of the input, a multiple of 16.
  public let channels: Int
  /// Channels of the output, which are the convolution's filters.
  public let outputs: Int
  /// Floats between rows of the input.
  public let inputRow: Int
  /// Rows of the output that are computed, before pooling where there is one.
  public let rows: Int
  /// Columns of the output that are computed, before pooling where there is one.
  public let columns: Int
  /// Whether the largest of each 2 by 2 outputs is all that is kept; an odd last row or column is not.
  public let isPooled: Bool
  /// Outputs of a tile, from 2 to 5 along each axis.
  public let tile: (rows: Int, columns: Int)

  /// The most products of a tile: beyond, rounding grows faster than the gain.
  static let mostProducts = 36
  /// Tiles that pass through the stages together, as in `winograd.inc`.
  private static let group = 24

  /// Nil where the form doesn't apply: channels must be a multiple of 16.
  ///
  /// - Parameter tile: outputs of a tile, at most 36 products; the cheapest where nil.
  public init?(
    channels: Int, outputs: Int, inputRow: Int, rows: Int, columns: Int, isPooled: Bool,
    tile: (rows: Int, columns: Int)? = nil
  ) {
    guard channels > 0, channels % 16 == 0, outputs > 0, rows > 0, columns > 0 else { return nil }
    self.channels = channels
    self.outputs = outputs
    self.inputRow = inputRow
    self.rows = rows
    self.columns = columns
    self.isPooled = isPooled
    let shape = WinogradTiling(rows: rows, columns: columns, channels: channels, outputs: outputs)
    self.tile = tile ?? shape.cheapest(mostProducts: Self.mostProducts)
    precondition(
      (2...5).contains(self.tile.rows) && (2...5).contains(self.tile.columns),
      "Winograd: a tile of \(self.tile)")
  }

  private var tiles: (down: Int, across: Int) {
    ((rows + tile.rows - 1) / tile.rows, (columns + tile.columns - 1) / tile.columns)
  }
  /// Pixels of the output after pooling, where there is one.
  var pixels: Int { isPooled ? (rows / 2) * (columns / 2) : rows * columns }
  private var products: Int { (tile.rows + 2) * (tile.columns + 2) }
  private var paddedOutputs: Int { (outputs + 15) / 16 * 16 }

  /// Floats that the transformed weights take: `[products, channels, outputs]`.
  public var weightCount: Int { products * channels * outputs }

  /// Floats of scratch memory: an image's transformed rows, a group's factors and products, a
  /// tile's half-finished outputs, and an image before pooling.
  public var scratchCount: Int {
    let wide = tile.columns + 2
    let rowCount = (tiles.down * tile.rows + 2) * tiles.across * wide * channels
    let group = products * Self.group * (channels + paddedOutputs)
    let image = isPooled ? rows * columns * outputs : 0
    return rowCount + group + tile.rows * wide * paddedOutputs + image + 32
  }

  /// Floats from an image's start that its 3 by 3 windows read.
  var reach: Int { (rows + 1) * inputRow + (columns + 2) * channels }

  /// Share of the direct form's products that this form needs.
  public var cost: Double {
    Double(products * tiles.down * tiles.across) / Double(9 * rows * columns)
  }

  func withForm<Result>(_ body: (UnsafePointer<caderno_winograd>) -> Result) -> Result {
    var form = caderno_winograd(
      channels: channels, outputs: outputs, row: inputRow, rows: rows,
      columns: columns, tile_rows: tile.rows, tile_columns: tile.columns)
    return body(&form)
  }
}
