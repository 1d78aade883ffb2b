import Memory
import Arrays
import Testing

/// Numbers that are read where they lie.
struct LentNumbersTests {
  private static func read(_ lent: LentNumbers) -> [Float] {
    [Float](filling: lent.count) { lent.read(0..<lent.count, into: $0) }
  }

  @Test(arguments: [DType.float32, .float64, .uint8, .int8, .bool])
  func `are those of the array, of views as well`(dtype: DType) throws {
    let array = try NumericArray(integers: (0..<60).map { $0 % 97 }).astype(dtype)
      .reshaped([5, 12])
    let rows = try array[[.slice(start: 1, stop: 4, step: nil)]]
    for array in [array, rows] {
      let lent = try #require(LentNumbers(array))
      #expect(Self.read(lent) == array.floats())
      #expect([Float](filling: 7) { lent.read(3..<10, into: $0) } == Array(array.floats()[3..<10]))
    }
  }

  @Test func `are not lent out of order or in another form`() throws {
    let array = try NumericArray(integers: Array(0..<60)).astype(.float32).reshaped([5, 12])
    #expect(LentNumbers(try array[[.slice(start: nil, stop: nil, step: 2)]]) == nil)
    #expect(LentNumbers(try array.astype(.int32)) == nil)
  }

  @Test func `stay as they were when somebody writes to the array`() throws {
    let array = try NumericArray(integers: Array(0..<60)).astype(.float64)
    let lent = try #require(LentNumbers(array))
    let before = array.floats()
    try array.fill(.int(7))
    #expect(Self.read(lent) == before)
    #expect(array.floats() == [Float](repeating: 7, count: 60))
  }

  @Test func `have an identity that ends with a write or with the array`() throws {
    func array() throws -> NumericArray {
      try NumericArray(integers: Array(0..<60)).astype(.float32)
    }
    let first = try array()
    let identity = ArrayIdentity(first)
    #expect(identity == ArrayIdentity(first))
    #expect(try identity == ArrayIdentity(first.reshaped([60])))
    #expect(try identity != ArrayIdentity(first.reshaped([6, 10])))
    #expect(try identity != ArrayIdentity(first[[.slice(start: 1, stop: 9, step: nil)]]))
    try first[[.slice(start: 1, stop: 9, step: nil)]].fill(.int(1))
    #expect(identity != ArrayIdentity(first))
    var gone: ArrayIdentity?
    do { gone = ArrayIdentity(try array()) }
    #expect(try gone != ArrayIdentity(array()))
  }
}
