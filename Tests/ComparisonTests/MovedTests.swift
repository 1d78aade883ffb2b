import Comparison
import RunRecords
import Testing

struct `Tasks that changed their order` {
  /// An order of so many tasks; `seed` chooses one.
  private static func order(_ seed: Int, count: Int) -> [Int] {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    var order = Array(0..<count)
    for place in stride(from: count - 1, to: 0, by: -1) {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      order.swapAt(place, Int(state >> 33) % (place + 1))
    }
    return order
  }

  private func record(_ order: [Int]) -> RunRecord {
    var record = BaseRecord.record
    record.tasks = order.map { number in
      var task = BaseRecord.record.tasks[0]
      task.id = "s\(number)"
      return task
    }
    return record
  }

  /// The longest run in order, by trying all ends.
  private func longest(_ order: [Int]) -> Int {
    var best: [Int] = []
    for (place, number) in order.enumerated() {
      best.append(
        (0..<place).filter { order[$0] < number }.map { best[$0] }.max().map { $0 + 1 } ?? 1)
    }
    return best.max() ?? 0
  }

  /// How many pairs changed places with each other and with nothing else.
  private func swaps(_ order: [Int]) -> Int {
    func others(_ place: Int) -> Int {
      order.indices.count { ($0 < place) != (order[$0] < order[place]) && $0 != place }
    }
    return order.indices.dropLast().count {
      order[$0] > order[$0 + 1] && others($0) == 1 && others($0 + 1) == 1
    }
  }

  @Test(arguments: 1...20)
  func `are all but a longest run that kept it, and both of two that changed places`(seed: Int) {
    let order = Self.order(seed, count: 2 + seed)
    let comparison = RunComparison(record(order.sorted()), record(order))
    let kept = comparison.tasks.filter { !$0.isMoved }.compactMap { Int($0.id.dropFirst()) }
    #expect(kept.count == longest(order) - swaps(order))
    #expect(kept == kept.sorted())
  }
}
