/// Hears of the batches of a measurement, on the thread that asked for it; they count from 0.
package struct BatchWatch {
  /// A batch is next.
  package let begins: (Int) -> Void
  /// A batch was measured; the numbers are those of all samples so far, in the order of
  /// ``Compilation/metricNames``.
  package let ends: (Int, [Double]) -> Void

  /// A watch that calls what it is given.
  package init(begins: @escaping (Int) -> Void, ends: @escaping (Int, [Double]) -> Void) {
    (self.begins, self.ends) = (begins, ends)
  }
}
