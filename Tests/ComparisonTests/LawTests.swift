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

  @Test(arguments: Fixture.all, Fixture.all)
  func `has the same verdict either way`(a: Fixture, b: Fixture) {
    for tolerance in Self.tolerances {
      let forth = RunComparison(a.record, b.record, tolerance: tolerance).verdict
      #expect(forth == RunComparison(b.record, a.record, tolerance: tolerance).verdict)
    }
  }

  @Test(arguments: Fixture.all, Fixture.all)
  func `never gets worse by a wider tolerance`(a: Fixture, b: Fixture) {
    let verdicts = Self.tolerances.map {
      RunComparison(a.record, b.record, tolerance: $0).verdict
    }
    #expect(zip(verdicts, verdicts.dropFirst()).allSatisfy { $0 >= $1 })
  }

  @Test(arguments: Fixture.all, Fixture.all)
  func `reports all that makes the second of the first`(a: Fixture, b: Fixture) {
    let made = RunComparison(a.record, b.record).applied(to: a.record)
    #expect(made.comparable.json() == b.record.comparable.json())
  }

  @Test(arguments: Fixture.all, Fixture.all)
  func `reports nothing only where nothing differs`(a: Fixture, b: Fixture) {
    let isSame = a.record.comparable.json() == b.record.comparable.json()
    if RunComparison(a.record, b.record).isEmpty { #expect(isSame) }
  }

  /// From narrow to wide, absolute and relative.
  private static let tolerances: [Tolerance] = [
    .zero, .init(absolute: 1e-9), .init(absolute: 0.003), .init(absolute: 0.003, relative: 0.01),
    .init(absolute: 0.5, relative: 0.5), .init(absolute: 1e6, relative: 1),
  ]
}
