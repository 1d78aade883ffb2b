import Comparison
import RunRecords
import Testing

struct `A comparison of any two of the fixtures` {
  @Test func `has at least 40 of them`() {
    #expect(ChangedRecord.all.count >= 40)
    #expect(Set(ChangedRecord.all.map(\.name)).count == ChangedRecord.all.count)
  }

  @Test(arguments: ChangedRecord.all)
  func `is empty where both are the same`(fixture: ChangedRecord) {
    #expect(RunComparison(fixture.record, fixture.record).isEmpty)
  }

  @Test(arguments: ChangedRecord.all)
  func `has the same verdict either way`(a: ChangedRecord) {
    let others = ChangedRecord.all.drop { $0.name != a.name }
    let broken = others.filter { b in
      Self.tolerances.contains { tolerance in
        RunComparison(a.record, b.record, tolerance: tolerance).verdict
          != RunComparison(b.record, a.record, tolerance: tolerance).verdict
      }
    }
    #expect(broken.map(\.name) == [])
  }

  @Test(arguments: ChangedRecord.all)
  func `never gets worse by a wider tolerance`(a: ChangedRecord) {
    let broken = ChangedRecord.all.filter { b in
      let verdicts = Self.tolerances.map {
        RunComparison(a.record, b.record, tolerance: $0).verdict
      }
      return zip(verdicts, verdicts.dropFirst()).contains { $0 < $1 }
    }
    #expect(broken.map(\.name) == [])
  }

  @Test(arguments: ChangedRecord.all)
  func `reports all that makes the second of the first`(a: ChangedRecord) {
    let broken = ChangedRecord.all.filter { b in
      let made = RunComparison(a.record, b.record).applied(to: a.record)
      return made.comparable.json() != b.record.comparable.json()
    }
    #expect(broken.map(\.name) == [])
  }

  @Test(arguments: ChangedRecord.all)
  func `reports nothing only where nothing differs`(a: ChangedRecord) {
    let bytes = a.record.comparable.json()
    let broken = ChangedRecord.all.filter { b in
      RunComparison(a.record, b.record).isEmpty && b.record.comparable.json() != bytes
    }
    #expect(broken.map(\.name) == [])
  }

  /// From narrow to wide, absolute and relative.
  private static let tolerances: [Tolerance] = [
    .zero, .init(absolute: 0.003), .init(absolute: 0.003, relative: 0.01),
    .init(absolute: 1e6, relative: 1),
  ]
}
