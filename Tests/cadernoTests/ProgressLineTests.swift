import Diagnostics
import Execution
import Testing

@testable import caderno

struct `A progress line` {
  private let half = TaskProgress(
    id: "treino", phase: .fit, epoch: 2, epochs: 5, done: 469, total: 938, examples: 30_016,
    metrics: [("loss", 0.05551), ("accuracy", 0.98264)])

  @Test(arguments: [
    (
      120,
      "  treino  época 2/5  ━━━━━━━━━━━━────────────  loss 0.0555  accuracy 0.9826"
        + "  11746 img/s  faltam 0:19"
    ),
    (
      91,
      "  treino  época 2/5  ━━━━━━──────  loss 0.0555  accuracy 0.9826  11746 img/s  faltam 0:19"
    ),
    (80, "  treino  época 2/5  ━━━━━━──────  loss 0.0555  accuracy 0.9826  faltam 0:19"),
    (70, "  treino  época 2/5  loss 0.0555  accuracy 0.9826  faltam 0:19"),
    (46, "  treino  época 2/5  loss 0.0555  faltam 0:19"),
    (42, "  treino  época 2/5  ━━━───  faltam 0:19"),
    (40, "  treino  época 2/5  faltam 0:19"),
    (20, "  treino  época 2/5"),
    (10, "  treino "),
  ])
  func `drops what matters least where room is short`(width: Int, expected: String) {
    let line = ProgressLine(language: .portuguese, usesColor: false, width: width)
    let text = line.text(half, rate: 11_746, seconds: 18.2)
    #expect(text == expected)
    #expect(text.count < width)
  }

  @Test func `has its colors besides`() {
    let line = ProgressLine(language: .english, usesColor: true, width: 100)
    let text = line.text(half, rate: nil, seconds: 61)
    #expect(text.contains("\u{1B}[36m━━━━━━━━━━━━\u{1B}[0m\u{1B}[2m────────────\u{1B}[0m"))
    let plain = ProgressLine(language: .english, usesColor: false, width: 100)
    #expect(
      text.replacing(/\u{1B}\[\d+m/, with: "") == plain.text(half, rate: nil, seconds: 61))
  }

  @Test(arguments: [
    (0.0, "0:00"), (0.2, "0:01"), (59.5, "1:00"), (3599.0, "59:59"), (3661.0, "1:01:01"),
  ])
  func `tells durations as clocks do`(seconds: Double, expected: String) {
    #expect(ProgressText(language: .english).duration(seconds) == expected)
  }

  @Test(arguments: [Double.nan, .infinity, 1e300, -1e18, 9e11])
  func `takes any figure`(value: Double) {
    var progress = half
    progress.metrics = [("loss", value)]
    let line = ProgressLine(language: .english, usesColor: false, width: 80)
    #expect(line.text(progress, rate: value, seconds: 1).contains("loss "))
  }

  @Test func `measures from the first report on`() throws {
    let start = ContinuousClock.now
    var meter = ProgressMeter(start: start)
    meter.follow(half, at: start)
    let later = start + .seconds(6)
    meter.follow(half, at: later)
    #expect(meter.rate(half, at: later) == 30_016.0 / 6)
    // One epoch and a half are done, three and a half are left.
    #expect(try abs(#require(meter.secondsLeft(half, at: later)) - 14) < 1e-9)
  }
}
