internal import Networks

/// The engines of a run in the order of their last use.
///
/// A lesson may have many models; the engines of those that it left behind give up their memory.
struct EngineList {
  private struct Entry { weak var engine: ModelEngine? }

  /// Bytes that engines may hold beside the one that is used.
  private static let limit = 256 << 20

  private var entries: [Entry] = []

  /// Moves an engine to the end, and ends the oldest where all together hold too much.
  mutating func use(_ engine: ModelEngine) {
    entries.removeAll { $0.engine == nil || $0.engine === engine }
    var total = 0
    var old: [ModelEngine] = []
    for other in entries.reversed().compactMap(\.engine) {
      total += other.runner.bytes
      if total > Self.limit { old.append(other) }
    }
    entries.removeAll { entry in old.contains { $0 === entry.engine } }
    entries.append(Entry(engine: engine))
    for engine in old { engine.retire() }
  }
}
