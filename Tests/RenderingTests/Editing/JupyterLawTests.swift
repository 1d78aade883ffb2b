import Testing

struct `A Jupyter notebook that somebody edits` {
  @Test(arguments: 0..<10) func `is run as if its outputs had been taken out before`(
    part: Int
  ) throws {
    let results = KeptResults()
    for seed in EditSeries.seeds(part) {
      let fault = try JupyterSeries(seed: seed, results).fault
      #expect(fault == nil, "seed \(seed)")
      if fault != nil { return }
    }
  }
}
