import Caching
import Diagnostics
import Foundation
import Networks
import Testing

@testable import Execution

struct `Checkpoints of a fit` {
  private let folder: KeptFolder
  private let cache: ResultCache
  private let key = String(repeating: "ab", count: 32)

  init() throws {
    folder = try KeptFolder()
    cache = ResultCache(folder: "\(folder.path)/cache")
  }

  private func model() throws -> Model {
    try Model(layers: [
      LayerDeclaration(ArgumentCall("Input", [.list([.int(3)])], keywords: [])),
      LayerDeclaration(ArgumentCall("Dense", [.int(2)], keywords: [])),
    ])
  }

  private func optimizer() throws -> any Optimizer {
    try Compilation(optimizer: .string("adam"), loss: .string("mse")).optimizer
  }

  private func checkpoint(epochs: Int) throws -> Checkpoint {
    let model = try model()
    return Checkpoint(
      weights: ModelWeights(model, seed: 1),
      optimizerState: OptimizerState(try optimizer(), model: model),
      names: ["loss"], rows: (0..<epochs).map { [Double($0)] })
  }

  /// A cache may be a stranger's, with checksums that are right.
  @Test func `are taken only where they fit the model, the optimizer and the history`() throws {
    let weights: [[Float]] = [.init(repeating: 1, count: 6), [0, 0]]
    let slots = weights.flatMap { [$0, $0] }
    func isTaken(
      names: [String] = ["loss"], step: UInt64 = 5, weights: [[Float]] = weights,
      slots: [[Float]] = slots
    ) throws -> Bool {
      var writer = ByteWriter()
      writer.write(names.count)
      for name in names { writer.write(name) }
      writer.write(1)
      for _ in names { writer.write((0.5).bitPattern) }
      writer.write(step)
      for lists in [weights, slots] {
        writer.write(lists.count)
        for list in lists { writer.write(list) }
      }
      return try Checkpoint(
        writer.bytes, of: model(), optimizer: optimizer(), names: ["loss"]) != nil
    }
    #expect(try isTaken())
    #expect(try !isTaken(names: ["loss", "accuracy"]))
    #expect(try !isTaken(names: []))
    #expect(try !isTaken(step: UInt64(Int.max)))
    #expect(try !isTaken(weights: [[1]]))
    #expect(try !isTaken(slots: []))
    #expect(try !isTaken(slots: Array(slots.dropLast())))
    #expect(try !isTaken(slots: slots.map { _ in [] }))
    #expect(try !isTaken(slots: slots.map { $0 + [0] }))
  }

  private func writer() -> CheckpointWriter {
    CheckpointWriter(
      ResultKeeper(cache) { [folder] in folder.notices.append($0.english) }, key: key)
  }

  @Test func `take the place of the one before`() throws {
    let writer = writer()
    for epochs in 1...3 { writer.keep(try checkpoint(epochs: epochs)) }
    #expect(cache.parts(of: Checkpoint.kind, key: key) == [3])
    #expect(folder.notices == [])
  }

  @Test func `leave those of other fits alone`() throws {
    writer().keep(try checkpoint(epochs: 2))
    let writer = writer()
    for epochs in 3...4 { writer.keep(try checkpoint(epochs: epochs)) }
    #expect(cache.parts(of: Checkpoint.kind, key: key) == [2, 4])
  }

  @Test func `stay where the next can't be written`() throws {
    let writer = writer()
    writer.keep(try checkpoint(epochs: 1))
    // A folder in its place can't be replaced by a file, not even by root.
    let blocked = "\(cache.folder)/training/ab/\(key)-2.result"
    try FileManager.default.createDirectory(
      atPath: blocked, withIntermediateDirectories: true)
    for _ in 1...2 { writer.keep(try checkpoint(epochs: 2)) }
    let address = Checkpoint.address(key, 1)
    #expect(try cache.result(at: address) == checkpoint(epochs: 1).bytes)
    #expect(
      folder.notices == [
        "warning: results of this run are not kept: \(blocked): cannot be written: "
          + "Is a directory"
      ])
    try FileManager.default.removeItem(atPath: blocked)
    writer.keep(try checkpoint(epochs: 3))
    #expect(cache.parts(of: Checkpoint.kind, key: key) == [3])
  }
}
