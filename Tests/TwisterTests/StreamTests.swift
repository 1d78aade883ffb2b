import Testing
import Twister

/// Words 1 to 3, word 1,004, and the number in [0, 1) behind it.
private struct Stream {
  let first: [UInt32]
  let later: UInt32
  let unit: Double

  func holds(of generator: MersenneTwister) -> Bool {
    var generator = generator
    let words = (0..<3).map { _ in generator.word() }
    for _ in 0..<1000 { _ = generator.word() }
    return words == first && generator.word() == later && generator.unit() == unit
  }
}

@Suite struct StreamTests {
  /// `random.Random(seed)` of CPython 3.12.1: `getrandbits(32)` and `random()`.
  @Test func seededWithAnIntegerItIsPythonsStream() {
    #expect(
      Stream(
        first: [3_626_764_237, 1_654_615_998, 3_255_389_356], later: 764_107_585,
        unit: 0x1.46821d48c93c0p-7
      ).holds(of: MersenneTwister(words: [0])))
    #expect(
      Stream(
        first: [2_746_317_213, 478_163_327, 107_420_369], later: 3_895_229_819,
        unit: 0x1.937a0bcbc3246p-2
      ).holds(of: MersenneTwister(words: [42])))
    // 2**70 + 5
    #expect(
      Stream(
        first: [2_004_888_747, 1_674_612_923, 2_039_552_273], later: 3_639_477_471,
        unit: 0x1.dffd435602293p-1
      ).holds(of: MersenneTwister(words: [5, 0, 64])))
  }

  /// `numpy.random.RandomState(seed)` of NumPy 2.4.6: the raw words and `random_sample()`.
  @Test func seededWithAWordItIsNumPysLegacyStream() {
    #expect(
      Stream(
        first: [2_357_136_044, 2_546_248_239, 3_071_714_933], later: 3_843_408_156,
        unit: 0x1.0cc8ed01b28bap-1
      ).holds(of: MersenneTwister(seed: 0)))
    #expect(
      Stream(
        first: [1_608_637_542, 3_421_126_067, 4_083_286_876], later: 1_201_575_112,
        unit: 0x1.3cf4ceb4a26bep-2
      ).holds(of: MersenneTwister(seed: 42)))
    #expect(
      Stream(
        first: [419_326_371, 479_346_978, 3_918_654_476], later: 3_885_027_352,
        unit: 0x1.f38560d52126cp-1
      ).holds(of: MersenneTwister(seed: .max)))
  }
}
