import Arrays
import Testing

struct LimitTests {
  @Test(arguments: [
    ([1 << 20, 1 << 20], "8.00 TiB for an array with shape (1048576, 1048576)"),
    ([100_000_000_000], "745. GiB for an array with shape (100000000000,)"),
  ])
  func `an array above the limit is refused before memory is asked for`(
    _ shape: [Int], _ message: String
  ) {
    let error = ArrayError(
      .memoryError, "Unable to allocate \(message) and data type float64")
    #expect(throws: error) { try NumericArray(zeros: shape) }
  }

  @Test func `repetition is refused as creation is`() throws {
    let array = try NumericArray(zeros: [1000])
    #expect(throws: ArrayError.self) { try array.tiled([1 << 40]) }
    #expect(throws: ArrayError.self) { try array.repeated([1 << 60]) }
    #expect(throws: ArrayError.self) { try NumericArray.eye(1 << 40) }
    #expect(throws: ArrayError.self) { try NumericArray.linspace(0, 1, count: 1 << 50) }
    #expect(throws: ArrayError.self) {
      try NumericArray.arange(.int(0), .int(1 << 60), .int(1))
    }
    #expect(throws: ArrayError.self) {
      try NumericArray(integers: [1 << 50]).binCounts()
    }
  }

  @Test func `indices at the ends of integers are out of bounds, not a crash`() throws {
    let array = try NumericArray(integers: [1, 2, 3])
    let error = ArrayError(
      .indexError, "index \(Int.min) is out of bounds for axis 0 with size 3")
    #expect(throws: error) { try array[[.integer(.min)]] }
    let all = try array[[.slice(start: .min, stop: .max, step: .max)]]
    #expect(all.integers() == [1])
    let back = try array[[.slice(start: .max, stop: .min, step: .min)]]
    #expect(back.integers() == [3])
  }
}
