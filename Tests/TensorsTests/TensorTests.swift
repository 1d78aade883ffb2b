import Memory
import Tensors
import Testing

@Suite("Tensors")
struct TensorTests {
  @Test("writing an element leaves the others where they are")
  func writesInPlace() {
    var tensor = Tensor(zeros: [64, 64])
    var places: Set<Int> = []
    for row in 0..<64 {
      tensor.values[row * 64] += Float(row)
      places.insert(tensor.values.withElements { Int(bitPattern: $0.start) })
    }
    #expect(places.count == 1)
    #expect((0..<64).allSatisfy { tensor.values[$0 * 64] == Float($0) })
  }

  @Test("a copy keeps its elements when the other changes")
  func copies() {
    let zeros = Tensor(zeros: [2, 3])
    var tensor = zeros
    tensor.values[4] = 7
    #expect(zeros == Tensor(zeros: [2, 3]))
    #expect(tensor == Tensor([2, 3], [0, 0, 0, 0, 7, 0]))
  }

  @Test("the count of values stays that of the shape")
  func keepsCount() async {
    await #expect(processExitsWith: .failure) {
      var tensor = Tensor(zeros: [2, 3])
      tensor.values.append(1)
    }
  }
}
