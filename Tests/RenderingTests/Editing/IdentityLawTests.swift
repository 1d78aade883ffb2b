import Testing

struct `A lesson that somebody edits` {
  /// A tenth of the series each, at once.
  @Test(arguments: 0..<10) func `is run as if its outputs had been taken out before`(
    part: Int
  ) throws {
    let results = KeptResults()
    var (runnable, elsewhere) = (0, 0)
    for seed in EditSeries.seeds(part) {
      let series = try EditSeries(seed: seed, results)
      if series.isRunnable { runnable += 1 }
      if series.hasElsewhere { elsewhere += 1 }
      #expect(series.fault == nil, "seed \(seed)")
      if series.fault != nil { return }
    }
    #expect(runnable > EditSeries.seeds(part).count * 9 / 10)
    #expect(4 * elsewhere <= EditSeries.seeds(part).count)
  }

  @Test(arguments: [-1, 1]) func `shows a matcher that is one fence off`(slip: Int) throws {
    let results = KeptResults()
    let fault = try (0..<200).lazy.compactMap {
      try EditSeries(seed: $0, results, slip: slip).fault
    }.first
    #expect(fault?.hasPrefix("the outputs below") == true)
  }
}
