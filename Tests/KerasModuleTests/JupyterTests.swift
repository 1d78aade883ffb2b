import Testing

struct `A cell with Keras` {
  @Test func `has cases`() { #expect(JupyterCase.all.count >= 30) }

  @Test(arguments: JupyterCase.all)
  func `shows what Jupyter shows`(sample: JupyterCase) {
    #expect(sample.shown == sample.output)
  }
}
