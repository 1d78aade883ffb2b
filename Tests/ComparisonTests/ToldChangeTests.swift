import Comparison
import Diagnostics
import RunRecords
import Testing

struct `A told change` {
  @Test func `has both numbers apart, their difference and its part`() throws {
    let other = ChangedRecord("loss") { $0.editHistory { $0.rows[1][1] = 0.5 } }
    let told = try #require(outputs(other, "t").first { !$0.isEmpty }).told(in: .english)
    #expect(told.map(\.place) == ["epoch 2, accuracy"])
    let numbers = try #require(told[0].numbers)
    #expect(
      [numbers.a, numbers.b, numbers.difference, numbers.part] == [
        "0.75", "0.5", "-0.25", "33.3 %",
      ])
    #expect(told[0].lines.isEmpty)
  }

  @Test func `has the lines of a text with marks around old and new words`() throws {
    let other = ChangedRecord("text") { $0.editText("one\nzwei 0.5000\nthree\nfour\n") }
    let told = try #require(outputs(other, "k").first { !$0.isEmpty }).told(in: .english)
    #expect(told.map(\.numbers) == [nil])
    let (old, new) = (ReportInk.removal, ReportInk.addition)
    let changed = "~ \(old.start)two\(old.end)\(new.start)zwei\(new.end) 0.5000"
    #expect(told[0].lines == [changed, "\(new.start)+ four\(new.end)"])
  }

  private func outputs(_ record: ChangedRecord, _ id: String) -> [OutputComparison] {
    RunComparison(BaseRecord.record, record.record).tasks.first { $0.id == id }?.outputs ?? []
  }
}

struct `The largest change` {
  @Test func `is what was measured before all else`() throws {
    let other = ChangedRecord("most") {
      $0.editMetrics { $0.metrics[1].value = 0.8 }
      $0.editHistory { $0.rows[2][0] = 0.4 }
      $0.editTable { $0.rows[0][1] = .integer(2) }
    }
    let largest = try #require(RunComparison(BaseRecord.record, other.record).largest)
    #expect(largest.change.change.place == ["epoch 3", "loss"])
    #expect(largest.change.output == "history")
    #expect(abs(largest.change.part - 0.2) < 1e-12)
  }

  @Test func `comes from 0 only where no other number does not`() throws {
    let zero = ChangedRecord("zero") { $0.editHistory { $0.rows[2][0] = 0 } }
    let alone = try #require(RunComparison(BaseRecord.record, zero.record).largest)
    #expect(alone.change.part == 1)
    let both = ChangedRecord("both") {
      $0.editHistory { $0.rows[2] = [0, 0.75] }
    }
    let other = try #require(RunComparison(BaseRecord.record, both.record).largest)
    #expect(other.change.change.place == ["epoch 3", "accuracy"])
  }

  @Test func `is none where no number differs`() {
    #expect(RunComparison(BaseRecord.record, BaseRecord.record).largest == nil)
  }
}
