import Memory
import Testing

@Suite struct ElementsTests {
  @Test func slicesCountFromZeroAndShareTheirMemory() {
    var numbers = Array(0..<10)
    numbers.withMutableElements { all in
      let part = all[3..<7]
      #expect(part.indices == 0..<4)
      #expect(Array(part) == [3, 4, 5, 6])
      #expect(Array(part[2...]) == [5, 6])
      part[0] = -3
      part[1...].update(repeating: 0)
    }
    #expect(numbers == [0, 1, 2, -3, 0, 0, 0, 7, 8, 9])
  }

  @Test func aRunIsASequenceOfItsElements() {
    let numbers = (0..<5).map { $0 * $0 }
    numbers.withElements { run in
      #expect(run.map { $0 } == numbers)
      #expect(zip(run, run.indices).allSatisfy { $0 == $1 * $1 })
    }
    [Int]().withElements { #expect(Array($0).isEmpty && Array($0[0...]).isEmpty) }
  }

  @Test func copiesGoFromOneRunToAnotherAlsoWhereTheyOverlap() {
    var numbers = Array(0..<6)
    numbers.withMutableElements { all in all[1..<6].update(from: all[0..<5]) }
    #expect(numbers == [0, 0, 1, 2, 3, 4])
  }

  @Test func blocksBeginAsZerosAtAMultipleOf64Bytes() {
    let block = MemoryBlock<Float>(count: 1000)
    #expect(block.elements.allSatisfy { $0 == 0 } && block.count == 1000)
    let start = block.elements.start
    #expect(UInt(bitPattern: start) % 64 == 0)
    #expect(block.elements.viewed(as: UInt64.self).count == 500)
  }

  @Test func arraysAreFilledInPlace() {
    #expect([Int](filling: 4) { for index in $0.indices { $0[index] = index } } == [0, 1, 2, 3])
  }

  @Test(.enabled(if: Bounds.areChecked, "other builds trust the caller"))
  func whatLiesOutsideEndsTheProgram() async {
    await #expect(processExitsWith: .failure) { [1, 2, 3].withElements { _ = $0[3] } }
    await #expect(processExitsWith: .failure) { [1, 2, 3].withElements { _ = $0[-1] } }
    await #expect(processExitsWith: .failure) { [1, 2, 3].withElements { _ = $0[2..<4] } }
    await #expect(processExitsWith: .failure) { [1, 2, 3].withElements { _ = $0[4...] } }
    await #expect(processExitsWith: .failure) {
      var numbers = [1, 2, 3]
      numbers.withMutableElements { $0[.max] = 0 }
    }
    await #expect(processExitsWith: .failure) {
      var numbers = [1, 2, 3]
      numbers.withMutableElements { $0[(-1)..<2].update(repeating: 0) }
    }
    await #expect(processExitsWith: .failure) {
      var numbers = [1, 2, 3]
      numbers.withMutableElements { $0.update(from: $0[1...]) }
    }
  }
}
