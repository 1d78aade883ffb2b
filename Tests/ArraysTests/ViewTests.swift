import Arrays
import Testing

/// An index into `[2, 3, 4]` under the name that Python gives it.
struct IndexCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let make: @Sendable () throws -> [ArrayIndex]

  init(_ name: String, _ make: @escaping @Sendable () throws -> [ArrayIndex]) {
    (testDescription, self.make) = (name, make)
  }

  static var all: ArrayIndex { .slice(start: nil, stop: nil, step: nil) }

  static let basic = [
    IndexCase("x[1]") { [.integer(1)] },
    IndexCase("x[-1, 0]") { [.integer(-1), .integer(0)] },
    IndexCase("x[:, 1]") { [all, .integer(1)] },
    IndexCase("x[..., 2]") { [.ellipsis, .integer(2)] },
    IndexCase("x[:, ::-1, 1:3]") {
      [all, .slice(start: nil, stop: nil, step: -1), .slice(start: 1, stop: 3, step: nil)]
    },
    IndexCase("x[:, None, 2, ::2]") {
      [all, .newAxis, .integer(2), .slice(start: nil, stop: nil, step: 2)]
    },
    IndexCase("x[5:9]") { [.slice(start: 5, stop: 9, step: nil)] },
    IndexCase("x[1, 2, 3]") { [.integer(1), .integer(2), .integer(3)] },
  ]

  static let fancy = [
    IndexCase("x[[1, 0]]") { [.array(try NumericArray(integers: [1, 0]))] },
    IndexCase("x[:, [2, 0]]") { [all, .array(try NumericArray(integers: [2, 0]))] },
    IndexCase("x[[0, 1], :, [3, 1]]") {
      [
        .array(try NumericArray(integers: [0, 1])), all,
        .array(try NumericArray(integers: [3, 1])),
      ]
    },
    IndexCase("x[x % 5 == 0]") {
      let marks = (0..<24).map { $0 % 5 == 0 ? 1 : 0 }
      return [.array(try NumericArray(integers: marks, shape: [2, 3, 4], dtype: .bool))]
    },
  ]
}

struct ViewTests {
  let array: NumericArray

  init() throws { array = try NumericArray(integers: Array(0..<24), shape: [2, 3, 4]) }

  @Test(arguments: IndexCase.basic)
  func `what is written through a view is in the array there and nowhere else`(
    _ index: IndexCase
  ) throws {
    let view = try array[index.make()]
    let places = Set(view.integers())
    #expect(view.sharesStorage(with: array))
    try view.fill(.int(-1))
    #expect(array.integers() == (0..<24).map { places.contains($0) ? -1 : $0 })
  }

  @Test(arguments: IndexCase.basic + IndexCase.fancy)
  func `what is assigned at an index is what the index then gives`(_ index: IndexCase) throws {
    let indices = try index.make()
    let old = try array[indices]
    let places = Set(old.integers())
    let new = try BinaryFunction.add(.array(old), .python(.int(100)))
    try array.assign(new, at: indices)
    #expect(try array[indices].integers() == new.integers())
    #expect(array.integers() == (0..<24).map { places.contains($0) ? $0 + 100 : $0 })
  }

  @Test(arguments: IndexCase.fancy)
  func `what arrays index is a copy`(_ index: IndexCase) throws {
    try array[index.make()].fill(.int(-1))
    #expect(array.integers() == Array(0..<24))
  }

  @Test(arguments: IndexCase.basic)
  func `functions see a view as they see its copy`(_ index: IndexCase) throws {
    let view = try array[index.make()]
    let copy = try view.copy()
    #expect(view.representation() == copy.representation())
    #expect(try view.sum().integers() == copy.sum().integers())
    #expect(try view.raveled().integers() == copy.integers())
    let square = try BinaryFunction.multiply(.array(view), .array(copy))
    #expect(try square.reals() == UnaryFunction.square(copy).reals())
  }

  @Test func `transposing twice and reshaping there and back change nothing`() throws {
    #expect(try array.transposed().transposed().integers() == array.integers())
    #expect(try array.reshaped([4, -1]).reshaped([2, 3, 4]).integers() == array.integers())
    #expect(try array.reshaped([4, -1]).sharesStorage(with: array))
    #expect(try !array.transposed().reshaped([24]).sharesStorage(with: array))
  }

  @Test func `an overlapping assignment reads before it writes`() throws {
    let line = try array.raveled()
    let rest = try line[[.slice(start: 1, stop: nil, step: nil)]]
    try rest.assign(line[[.slice(start: nil, stop: -1, step: nil)]])
    #expect(line.integers() == [0] + Array(0..<23))
  }
}
