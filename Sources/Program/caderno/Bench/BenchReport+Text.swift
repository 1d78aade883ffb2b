extension BenchReport {
  /// The report for people.
  func text(sweep: BenchSweep?) -> String {
    let number = BenchTable.number
    let head = """
      caderno \(version), numerics \(numericsVersion), \(instructionSet), \
      \(processors) processors
      peak of multiply-adds   \(number(peak.oneThread, 1)) GFLOP/s on one thread, \
      \(number(peak.allThreads, 1)) on all of the run's
      peak memory             \(number(peakMemory, 1)) MB


      """
    if let sweep { return head + table(of: sweep) }
    return head + results.map { speeds($0) + "\n" + shares($0) }.joined(separator: "\n")
  }

  private func table(of sweep: BenchSweep) -> String {
    var table = BenchTable(
      [sweep.rawValue, "s/epoch", "fit images/s", "GFLOP/s", "evaluated images/s", "GFLOP/s"])
    for result in results {
      table.add(
        "\(sweep.value(result.setup))",
        [BenchTable.number(median(result.epochs), 3)] + cells(result.fit)
          + cells(result.evaluation))
    }
    return table.text
  }

  private func speeds(_ result: BenchResult) -> String {
    let setup = result.setup
    var table = BenchTable([
      "\(setup.model.name), batch \(setup.batch), \(setup.threads) threads", "images/s",
      "GFLOP/s", "of the peak",
    ])
    let phases: [(String, BenchResult.Speed?)] = [
      ("fit", result.fit), ("forward steps", result.forward),
      ("backward steps", result.backward), ("evaluation", result.evaluation),
    ]
    for (name, speed) in phases {
      guard let speed else { continue }
      let share = 100 * speed.gflops / max(peak.allThreads, 1e-9)
      table.add(name, cells(speed) + [BenchTable.number(share, 0) + "%"])
    }
    let epoch = BenchTable.number(median(result.epochs), 3)
    return table.text + "\(setup.images) images (\(result.data)), median epoch \(epoch) s\n"
  }

  /// Microseconds of one thread for an image, and shares of the sum.
  private func shares(_ result: BenchResult) -> String {
    guard !result.parts.isEmpty else { return "no steps: this model runs layer by layer\n" }
    let total = result.parts.map(\.total).reduce(0, +)
    var table = BenchTable([
      "µs/image on one thread", "forward", "backward", "gradients", "forms", "other", "share",
    ])
    for part in result.parts {
      let cells = part.times.map { $0.map { BenchTable.number($0, 2) } ?? "" }
      table.add(part.name, cells + [BenchTable.number(100 * part.total / total, 1) + "%"])
    }
    return table.text
  }

  private func cells(_ speed: BenchResult.Speed) -> [String] {
    [BenchTable.number(speed.imagesPerSecond, 0), BenchTable.number(speed.gflops, 1)]
  }

  private func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}
