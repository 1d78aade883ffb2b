import Memory
import Arrays
import Testing

struct ByteChainTests {
  let images: NumericArray

  init() throws {
    let bytes = (0..<(300 * 256)).map { UInt8(truncatingIfNeeded: $0 * 7919 % 1009) }
    images = try NumericArray(bytes: bytes, shape: [300, 16, 16])
  }

  private func scaled() throws -> NumericArray {
    let floats = try images.reshaped([300, 16, 16, 1]).astype(.float32)
    return try BinaryFunction.divide(.array(floats), .python(.int(255)))
  }

  @Test func `scaled images are their bytes and 256 values`() throws {
    let scaled = try scaled()
    #expect(scaled.isByteChain)
    #expect(scaled.dtype == .float32)
    let expected = images.integers().map { Float($0) / 255 }
    #expect(scaled.reals() == expected.map(Double.init))
    let lent = try #require(LentNumbers(scaled))
    #expect([Float](filling: lent.count) { lent.read(0..<lent.count, into: $0) } == expected)
    #expect(lent.bytes(5..<9).elementsEqual(images.integers()[5..<9].map { UInt8($0) }))
  }

  @Test func `selected images stay bytes`() throws {
    let order = try NumericArray(integers: (0..<300).reversed())
    let taken = try scaled().taking(order, axis: 0)
    #expect(taken.isByteChain)
    #expect(try taken[[.integer(0)]].reals() == scaled()[[.integer(299)]].reals())
    let first = try scaled()[[.slice(start: 10, stop: 20, step: nil)]]
    #expect(first.sharesStorage(with: first) && first.isByteChain)
    #expect(LentNumbers(first)?.count == 10 * 256)
  }

  @Test func `a write to the bytes later leaves the chain as it was`() throws {
    let scaled = try scaled()
    let before = scaled.reals()
    try images.fill(.int(0))
    #expect(scaled.reals() == before)
    #expect(images.integers().allSatisfy { $0 == 0 })
  }

  @Test func `a write to the chain makes it dense and leaves the bytes`() throws {
    let scaled = try scaled()
    let view = try scaled[[.integer(2)]]
    try view.fill(.real(0.5))
    #expect(!scaled.isByteChain)
    #expect(try scaled[[.integer(2)]].reals() == Array(repeating: 0.5, count: 256))
    #expect(try scaled[[.integer(3)]].reals() == self.scaled()[[.integer(3)]].reals())
    #expect(images.integers()[700] == 700 * 7919 % 1009 % 256)
  }

  @Test func `arithmetic in place on a whole chain is seen by its views`() throws {
    let floats = try images.astype(.float32)
    let view = try floats[[.integer(1), .integer(2)]]
    try BinaryFunction.divide.assign(floats, .python(.int(255)))
    #expect(floats.isByteChain)
    let expected = images.integers()[(256 + 32)..<(256 + 48)].map { Double(Float($0) / 255) }
    #expect(view.reals() == expected)
  }

  @Test func `a chain equals what is computed densely`() throws {
    let scaled = try scaled()
    let centered = try BinaryFunction.subtract(.array(scaled), .array(scaled.mean()))
    #expect(centered.isByteChain)
    let dense = try NumericArray(floats: scaled.reals().map(Float.init), shape: scaled.shape)
    let other = try BinaryFunction.subtract(.array(dense), .array(dense.mean()))
    #expect(!other.isByteChain)
    #expect(centered.reals() == other.reals())
    #expect(try scaled.standardDeviation().reals() == dense.standardDeviation().reals())
  }

  @Test func `small arrays are dense`() throws {
    let few = try images[[.integer(0)]]
    #expect(try !few.astype(.float32).isByteChain)
  }
}

struct RowTests {
  @Test func `rows are copied as floats, whatever the strides and the dtype`() throws {
    let array = try NumericArray(integers: Array(0..<12), shape: [3, 4]).transposed()
    #expect(array.floats() == [0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11])
    var rows = [Float](repeating: -1, count: 6)
    try rows.withMutableElements { try array.copyRows(1..<3, into: $0) }
    #expect(rows == [1, 5, 9, 2, 6, 10])
    let error = ArrayError(.indexError, "rows 3..<5 of an array of shape (4, 3)")
    #expect(throws: error) {
      try rows.withMutableElements { try array.copyRows(3..<5, into: $0) }
    }
  }
}
