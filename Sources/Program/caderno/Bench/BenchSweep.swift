internal import ArgumentParser

/// One number of a setup that grows while the others stay.
enum BenchSweep: String, CaseIterable, ExpressibleByArgument {
  case batch, threads, size, channels

  /// The setups to measure, smallest first. Larger images come in smaller numbers.
  func setups(_ setup: BenchSetup) -> [BenchSetup] {
    switch self {
    case .batch: [1, 4, 16, 64, 128, 512].map { with(setup, \.batch, $0) }
    case .threads:
      Set([1, 2, 4, 8, 16, setup.threads]).filter { $0 <= setup.threads }.sorted()
        .map { with(setup, \.threads, $0) }
    case .size: [20, 28, 56, 112].map { smaller(with(setup, \.size, $0), by: $0 * $0 / 784) }
    case .channels: [8, 16, 32, 64].map { with(setup, \.channels, $0) }
    }
  }

  /// The number of a setup that this sweep lets grow.
  func value(_ setup: BenchSetup) -> Int {
    switch self {
    case .batch: setup.batch
    case .threads: setup.threads
    case .size: setup.size
    case .channels: setup.channels
    }
  }

  private func with(
    _ setup: BenchSetup, _ path: WritableKeyPath<BenchSetup, Int>, _ value: Int
  ) -> BenchSetup {
    var setup = setup
    setup[keyPath: path] = value
    return setup
  }

  private func smaller(_ setup: BenchSetup, by factor: Int) -> BenchSetup {
    with(setup, \.images, max(setup.images / max(factor, 1), setup.batch))
  }
}
