internal import Digests
internal import RunRecords

/// A cell's change of what other cells showed under a name.
struct DisplayUpdate: Codable {
  let display: String
  let stem: String
  /// What takes the place of the others.
  private let output: Output

  init(display: String, stem: String, output: Output) {
    (self.display, self.stem, self.output) = (display, stem, output)
  }

  /// The output by the name that it has in the other cell.
  func output(named name: String) -> Output {
    switch output {
    case .text(var text):
      text.name = name
      return .text(text)
    case .table(var table):
      table.name = name
      return .table(table)
    case .figure(var figure):
      figure.name = name
      return .figure(figure)
    case .metrics, .history, .error: return output
    }
  }
}

/// Which outputs of a cell go by names, and what it changed of other cells.
struct NamedDisplays: Codable {
  /// Where outputs stand, by their names.
  var places: [String: [Int]] = [:]
  var updates: [DisplayUpdate] = []

  var isEmpty: Bool { places.isEmpty && updates.isEmpty }
}

/// What the cells of a run showed under names, so that later ones can change it, as Jupyter does: in the place
/// where it was shown first.
struct DisplayBoard {
  fileprivate struct Cell {
    let planned: PlannedTask
    var record: TaskRecord
    var outputs: TaskOutputs
    let places: [String: [Int]]
    /// How the names begin that were made up for the cell.
    let madeUp: String
  }

  private var cells: [Cell] = []
  /// Which cells show something under a name, in their order.
  private var showing: [String: [Int]] = [:]

  /// Takes in a cell that ended.
  ///
  /// - Returns: the records of the cells before it that it changed.
  mutating func add(
    _ record: TaskRecord, _ outputs: TaskOutputs, _ displays: NamedDisplays, _ planned: PlannedTask
  ) -> [TaskRecord] {
    var changed = Set<Int>()
    let madeUp = planned.madeUpDisplays
    for update in displays.updates where !update.display.hasPrefix(madeUp) {
      changed.formUnion(change(update))
    }
    for index in changed { cells[index].show(changedBy: record) }
    if !displays.places.isEmpty {
      for name in displays.places.keys { showing[name, default: []].append(cells.count) }
      cells.append(
        Cell(
          planned: planned, record: record, outputs: outputs, places: displays.places,
          madeUp: madeUp))
    }
    return changed.sorted().map { cells[$0].record }
  }

  /// Puts an output in the place of all that go by its name; gives the cells that show them.
  private mutating func change(_ update: DisplayUpdate) -> [Int] {
    var showing = showing[update.display] ?? []
    // Equal cells make up equal names: the last one's is the one that is still held.
    if ShownOutputs.isMadeUp(update.display),
      let first = showing.last(where: { update.display.hasPrefix(cells[$0].madeUp) })
    {
      showing.removeAll { $0 < first }
    }
    for index in showing {
      for place in cells[index].places[update.display] ?? []
      where cells[index].outputs.indices.contains(place) {
        let names = Set(cells[index].outputs.map(\.name))
        let old = cells[index].outputs[place].name
        let name =
          old.prefix { $0 != "-" } == update.stem
          ? old
          : ([update.stem] + (2...names.count + 2).map { "\(update.stem)-\($0)" })
            .first { !names.contains($0) } ?? old
        cells[index].outputs[place] = update.output(named: name)
      }
    }
    return showing
  }
}

extension PlannedTask {
  /// How the names begin that are made up for a cell's displays.
  fileprivate var madeUpDisplays: String {
    guard case .run(let work as KerasTask) = action else { return ShownOutputs.madeUp(by: "") }
    return ShownOutputs.madeUp(by: work.cell.code)
  }
}

extension DisplayBoard.Cell {
  /// Shows the outputs as they are now. They depend on the other cell too, and the key says so.
  fileprivate mutating func show(changedBy other: TaskRecord) {
    record.caption = planned.common.caption
    record.show(outputs, as: planned.common)
    record.key = String(ResultKey([record.key, other.key]).digest.prefix(12))
    record.inputs?["result \(other.id)"] = other.key
  }
}
