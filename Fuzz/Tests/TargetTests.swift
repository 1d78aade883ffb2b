import FuzzTargets
import Testing

/// What the fuzzer's targets do with their seeds and with neighbors of them, the same each time: so they
/// stay in step with the code where nobody fuzzes. libFuzzer has no part in it.
@Suite(.serialized)
struct `Targets of the fuzzer` {
  @Test(arguments: FuzzCatalog.all.map { $0.name })
  func `take their seeds and changed ones`(name: String) throws {
    let target = try #require(FuzzCatalog.all.first { $0.name == name })
    let seeds = target.seeds
    try #require(!seeds.isEmpty)
    for seed in seeds.prefix(12) { try target.run(seed) }
    var random = SeedBytes(99)
    for number in 0..<40 {
      try target.run(Mutation.changed(seeds[number % seeds.count], seeds, target.words, &random))
    }
  }
}
