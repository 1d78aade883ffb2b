import Comparison
import RunRecords
import Testing

struct `A comparison of any two of the fixtures` {
  @Test func `has at least 40 of them`() {
    #expect(Fixture.all.count >= 40)
    #expect(Set(Fixture.all.map(\.name)).count == Fixture.all.count)
  }

  @Test(arguments: Fixture.all)
  func `is empty where both are the same`(fixture: Fixture) {
    #expect(RunComparison(fixture.record, fixture.record).isEmpty)
  }

  @Test(arguments: Fixture.all)
  func `has the same verdict either way`(a: Fixture) {
    let broken = Fixture.all.filter { b in
      Self.tolerances.contains { tolerance in
        RunComparison(a.record, b.record, tolerance: tolerance).verdict
          != RunComparison(b.record, a.record, tolerance: tolerance).verdict
      }
    }
    #expect(broken.map(\.name) == [])
  }

  @Test(arguments: Fixture.all)
  func `never gets worse by a wider tolerance`(a: Fixture) {
    let broken = Fixture.all.filter { b in
      let verdicts = Self.tolerances.map {
        RunComparison(a.record, b.record, tolerance: $0).verdict
      }
      return zip(verdicts, verdicts.dropFirst()).contains { $0 < $1 }
    }
    #expect(broken.map(\.name) == [])
  }

  @Test(arguments: Fixture.all)
  func `reports all that makes the second of the first`(a: Fixture) {
    let broken = Fixture.all.filter { b in
      let made = RunComparison(a.record, b.record).applied(to: a.record)
      return made.comparable.json() != b.record.comparable.json()
    }
    #expect(broken.map(\.name) == [])
  }

  @Test(arguments: Fixture.all)
  func `reports nothing only where nothing differs`(a: Fixture) {
    let bytes = a.record.comparable.json()
    let broken = Fixture.all.filter { b in
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
