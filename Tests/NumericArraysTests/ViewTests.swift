import NumericArrays
import Testing

struct ViewTests {
  @Test func `a write through a view is seen by the array`() throws {
    let array = try NumericArray(integers: Array(0..<12), shape: [3, 4])
    try array[[.integer(1)]].fill(.int(7))
    #expect(array.integers() == [0, 1, 2, 3, 7, 7, 7, 7, 8, 9, 10, 11])
  }
}
