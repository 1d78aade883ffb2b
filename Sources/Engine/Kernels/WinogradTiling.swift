/// The choice of a tile for Winograd's form.
struct WinogradTiling {
  /// Of the convolution's output.
  let rows: Int
  let columns: Int
  let channels: Int
  let outputs: Int

  /// The tile with the least work among those with so many products; the smaller one of equals.
  func cheapest(mostProducts: Int) -> (rows: Int, columns: Int) {
    var best = (rows: 2, columns: 2)
    for rows in 2...5 {
      for columns in 2...5 where (rows + 2) * (columns + 2) <= mostProducts {
        if work(rows, columns) < work(best.rows, best.columns) { best = (rows, columns) }
      }
    }
    return best
  }

  /// Multiply-adds of an image: the products, and about half a multiply-add for each input of the
  /// transforms along both axes.
  private func work(_ tileRows: Int, _ tileColumns: Int) -> Int {
    let tiles =
      ((rows + tileRows - 1) / tileRows) * ((columns + tileColumns - 1) / tileColumns)
    let (tall, wide) = (tileRows + 2, tileColumns + 2)
    return tiles * tall * wide * (2 * channels * outputs + (channels + outputs) * (tall + wide))
  }
}
