internal import PythonRuntime

/// The cells of a run in their order, and which of them may share objects.
///
/// Cells that mention a common variable belong to one group, and so do groups that a cell joins: two
/// names in one cell may from then on stand for the same object. The key of a cell is made of the keys
/// of the last cells of the groups that it joins, and these of those before them, so that it stands
/// for all of its group at the cost of a few.
struct CellChain {
  private(set) var cells: [CellSource] = []
  private(set) var ids: Set<String> = []
  /// The ids of the cells that the key of the last cell is made of.
  private(set) var links: [String] = []

  /// For each cell a later one of its group; the last of the group is its own.
  private var parents: [Int] = []
  /// For each variable a cell that mentions it.
  private var owners: [String: Int] = [:]
  /// Names that have a value before the first cell: built-in ones and parameters.
  private let given: Set<String>
  /// Cells that mention such a name and don't bind it anew, which ties no cells together.
  private var readers: [String: [Int]] = [:]
  private var reboundNames: Set<String> = []
  /// The first cell that may bind or read any name or value, from which on all cells belong together.
  private var star: Int?

  /// - Parameter given: names of variables that are there before the first cell.
  init(given: Set<String> = []) { self.given = given.union(ProgramNames.builtins) }

  /// Adds a cell behind all others.
  mutating func add(_ cell: CellSource) {
    let index = cells.count
    cells.append(cell)
    ids.insert(cell.id)
    parents.append(index)
    var joined: Set<Int> = []
    for name in cell.bound where given.contains(name) {
      guard reboundNames.insert(name).inserted else { continue }
      for reader in readers.removeValue(forKey: name) ?? [] { joined.insert(last(reader)) }
      owners[name] = index
    }
    for name in cell.names {
      if given.contains(name), !reboundNames.contains(name) {
        readers[name, default: []].append(index)
      } else if let owner = owners.updateValue(index, forKey: name) {
        joined.insert(last(owner))
      }
    }
    if let star {
      joined.insert(last(star))
    } else if cell.names.contains("*") || cell.readsHistory {
      star = index
      joined.formUnion(parents.indices.filter { parents[$0] == $0 })
    }
    joined.remove(index)
    links = joined.sorted().map { cells[$0].id }
    for last in joined { parents[last] = index }
  }

  /// The cells that stand before the last one, from a place on.
  func earlier(from start: Int) -> ArraySlice<CellSource> { cells[start...].dropLast() }

  /// Whether objects of a cell may reach the last one.
  func reachesLast(_ cell: Int) -> Bool {
    var last = cell
    while parents[last] != last { last = parents[last] }
    return last == cells.count - 1
  }

  /// The last cell of a cell's group; cells on the way to it are tied closer.
  private mutating func last(_ cell: Int) -> Int {
    var last = cell
    while parents[last] != last { last = parents[last] }
    var cell = cell
    while parents[cell] != last { (cell, parents[cell]) = (parents[cell], last) }
    return last
  }
}
