import Caching
import Diagnostics
import Foundation
import Networks
import Testing
import TestSupport

@testable import Training

struct `Checkpoints of a fit` {
  private let folder: TemporaryFolder
  private let cache: ResultCache
  private let key = String(repeating: "ab", count: 32)

  init() throws {
    folder = try TemporaryFolder()
    cache = ResultCache(folder: "\(folder.path)/cache")
  }

  private func checkpoint(epochs: Int) throws -> Checkpoint {
    let model = try SmallFit.model()
    return Checkpoint(
      weights: ModelWeights(model, seed: 1),
      optimizerState: OptimizerState(try SmallFit.compilation().optimizer, model: model),
      rows: (0..<epochs).map { [Double($0)] })
  }

  private func checkpoints(_ notify: @escaping (String) -> Void = { _ in }) -> Checkpoints {
    Checkpoints(CachedTrainings(ResultKeeper(cache) { notify($0.english) }), key: key)
  }

  private var kept: [Int] { cache.parts(of: CachedTrainings.kind, key: key) }

  @Test func `take the place of the one before`() throws {
    var notices: [String] = []
    var checkpoints = checkpoints { notices.append($0) }
    for epochs in 1...3 { checkpoints.keep(try checkpoint(epochs: epochs)) }
    #expect(kept == [3])
    #expect(notices == [])
  }

  @Test func `leave those of other fits alone`() throws {
    var first = checkpoints()
    first.keep(try checkpoint(epochs: 2))
    var checkpoints = checkpoints()
    for epochs in 3...4 { checkpoints.keep(try checkpoint(epochs: epochs)) }
    #expect(kept == [2, 4])
  }

  @Test func `stay where the next can't be written`() throws {
    var notices: [String] = []
    var checkpoints = checkpoints { notices.append($0) }
    checkpoints.keep(try checkpoint(epochs: 1))
    // A folder in its place can't be replaced by a file, not even by root.
    let blocked = "\(cache.folder)/training/ab/\(key)-2.result"
    try FileManager.default.createDirectory(
      atPath: blocked, withIntermediateDirectories: true)
    for _ in 1...2 { checkpoints.keep(try checkpoint(epochs: 2)) }
    let address = CacheAddress(CachedTrainings.kind, key: key, part: 1)
    #expect(
      try cache.result(at: address)
        == CheckpointFormat().bytes(of: checkpoint(epochs: 1)))
    #expect(
      notices == [
        "warning: results of this run are not kept: \(blocked): cannot be written: "
          + "Is a directory"
      ])
    try FileManager.default.removeItem(atPath: blocked)
    checkpoints.keep(try checkpoint(epochs: 3))
    #expect(kept == [3])
  }

  /// Each has the metrics of all epochs before it, so that one after each epoch would cost the square.
  @Test func `cost what the epochs do, and lose little`() {
    for all in [1, 7, 1000, 20_000, 100_000] {
      let due = (1...all).filter { Checkpoints.isDue(after: $0, of: all) }
      #expect(due.last == all)
      #expect(due.reduce(0, +) <= 1024 * all)
      #expect(zip([0] + due, due).allSatisfy { $1 - $0 <= 1 + $1 / 512 })
      #expect(Array(due.prefix(1000)) == Array(1...min(all, 1000)))
    }
  }
}

struct `A checkpoint` {
  private static func checkpoint() throws -> (Checkpoint, Model, Compilation) {
    let model = try SmallFit.model()
    let compilation = try SmallFit.compilation("adam")
    var state = OptimizerState(compilation.optimizer, model: model)
    state.step = 77
    for index in state.slots.indices { state.slots[index][0] = Float(index) + 0.5 }
    let rows: [[Double]] = [[0.5, 1], [.nan, -0.0], [1e300, 2, 3, 4]]
    return (
      Checkpoint(weights: ModelWeights(model, seed: 3), optimizerState: state, rows: rows), model,
      compilation
    )
  }

  private let format = CheckpointFormat()

  @Test func `comes back from its bytes, bit for bit`() throws {
    let (checkpoint, model, compilation) = try Self.checkpoint()
    let back = try #require(format.checkpoint(format.bytes(of: checkpoint), of: model, compilation))
    #expect(format.bytes(of: back) == format.bytes(of: checkpoint))
    #expect(back.weights == checkpoint.weights)
    #expect(back.optimizerState == checkpoint.optimizerState)
    #expect(back.epochs == 3)
  }

  @Test func `is nothing where bytes are missing, added, or of another model or format`() throws {
    let (checkpoint, model, compilation) = try Self.checkpoint()
    let bytes = format.bytes(of: checkpoint)
    for count in bytes.indices {
      #expect(format.checkpoint(Array(bytes[..<count]), of: model, compilation) == nil)
    }
    #expect(format.checkpoint(bytes + [0], of: model, compilation) == nil)
    #expect(format.checkpoint(bytes, of: try SmallFit.model(units: 4), compilation) == nil)
    #expect(format.checkpoint(bytes, of: model, try SmallFit.compilation("sgd")) == nil)
    var other = bytes
    other[7] += 1
    #expect(format.checkpoint(other, of: model, compilation) == nil)
  }

  /// A count that promises more than there is must be found before room is made for it.
  @Test func `holds every count against the bytes that are left`() throws {
    let (checkpoint, model, compilation) = try Self.checkpoint()
    let bytes = format.bytes(of: checkpoint)
    // The format, the rows' count and each row's; then the lists' behind the rows and the step.
    let counts = [8, 16, 40, 64, 112]
    for place in counts {
      for top in [UInt8(0x01), 0x7F, 0xFF] {
        var damaged = bytes
        damaged[place + 6] = top
        #expect(format.checkpoint(damaged, of: model, compilation) == nil, "\(place)")
      }
    }
  }
}
