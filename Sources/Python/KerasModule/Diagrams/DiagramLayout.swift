/// Places boxes in ranks, each behind those that it gets something from, and routes lines between
/// them around other boxes.
///
/// Ranks follow each other along the main axis (down, or to the right); boxes of one rank stand
/// beside each other along the cross axis. A line over several ranks has a place in each of them.
struct DiagramLayout {
  /// A box, or a line's place in a rank.
  private struct Item {
    let main: Double
    let cross: Double
    let rank: Int
    var center = 0.0
  }

  private var items: [Item]
  /// Neighboring items along a line.
  private var links: [(from: Int, to: Int)] = []
  /// The items along each line.
  private(set) var routes: [[Int]] = []
  private var ranks: [[Int]] = []
  private var starts: [Double] = []

  static let rankGap = 34.0
  private static let gap = 20.0

  /// - Parameters:
  ///   - sizes: the extents of each box along both axes.
  ///   - edges: which box gives to which; those that give stand before those that take.
  init(sizes: [(main: Double, cross: Double)], edges: [(from: Int, to: Int)]) {
    let depths = Self.depths(sizes.count, edges)
    items = zip(sizes, depths).map { Item(main: $0.main, cross: $0.cross, rank: $1) }
    for edge in edges { addRoute(edge) }
    for rank in 0...(depths.max() ?? 0) {
      ranks.append(items.indices.filter { items[$0].rank == rank })
    }
    order()
    place()
  }

  /// The rank of each box: as far from the start as its longest way, inputs near their users.
  private static func depths(_ count: Int, _ edges: [(from: Int, to: Int)]) -> [Int] {
    var depths = [Int](repeating: 0, count: count)
    for _ in 0..<count {
      for edge in edges { depths[edge.to] = max(depths[edge.to], depths[edge.from] + 1) }
    }
    for node in 0..<count where !edges.contains(where: { $0.to == node }) {
      let users = edges.filter { $0.from == node }.map { depths[$0.to] }
      depths[node] = (users.min() ?? 1) - 1
    }
    return depths
  }

  private mutating func addRoute(_ edge: (from: Int, to: Int)) {
    var route = [edge.from]
    for rank in (items[edge.from].rank + 1)..<max(items[edge.to].rank, items[edge.from].rank + 1) {
      items.append(Item(main: 0, cross: 2, rank: rank))
      route.append(items.count - 1)
    }
    route.append(edge.to)
    for (from, to) in zip(route, route.dropFirst()) { links.append((from, to)) }
    routes.append(route)
  }

  /// Sorts each rank by where the neighbors stand, so that few lines cross.
  private mutating func order() {
    for sweep in 0..<8 {
      let isDown = sweep.isMultiple(of: 2)
      for rank in isDown ? Array(ranks.indices) : ranks.indices.reversed() {
        var places = [Int: Double]()
        for rank in ranks {
          for (place, item) in rank.enumerated() { places[item] = Double(place) }
        }
        let keys = ranks[rank].map { item in
          Self.mean(neighbors(of: item, before: isDown).compactMap { places[$0] })
            ?? places[item] ?? 0
        }
        ranks[rank] = zip(ranks[rank], keys).enumerated()
          .sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }.map(\.element.0)
      }
    }
  }

  private func neighbors(of item: Int, before: Bool) -> [Int] {
    before ? links.filter { $0.to == item }.map(\.from) : links.filter { $0.from == item }.map(\.to)
  }

  private static func mean(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }

  /// Moves items below and above their neighbors as far as their order allows.
  private mutating func place() {
    for sweep in 0..<12 {
      let isDown = sweep.isMultiple(of: 2)
      for rank in isDown ? Array(ranks.indices) : ranks.indices.reversed() {
        let wanted = ranks[rank].map { item in
          Self.mean(neighbors(of: item, before: isDown).map { items[$0].center })
            ?? items[item].center
        }
        settle(ranks[rank], near: wanted)
      }
    }
    let edge = items.map { $0.center - $0.cross / 2 }.min() ?? 0
    for item in items.indices { items[item].center -= edge }
    var start = 0.0
    for rank in ranks {
      starts.append(start)
      start += (rank.map { items[$0].main }.max() ?? 0) + Self.rankGap
    }
  }

  /// Centers as near as can be to those wanted, in their order and without overlaps: least squares
  /// by pooling neighbors that would overlap.
  private mutating func settle(_ rank: [Int], near wanted: [Double]) {
    var offsets = [0.0]
    for (item, next) in zip(rank, rank.dropFirst()) {
      let room = (items[item].cross + items[next].cross) / 2 + Self.gap
      offsets.append(offsets[offsets.count - 1] + room)
    }
    var pools: [(sum: Double, count: Double)] = []
    for (place, offset) in zip(wanted, offsets) {
      pools.append((place - offset, 1))
      while pools.count > 1 {
        let (last, before) = (pools[pools.count - 1], pools[pools.count - 2])
        guard before.sum / before.count > last.sum / last.count else { break }
        pools.removeLast(2)
        pools.append((before.sum + last.sum, before.count + last.count))
      }
    }
    let settled = pools.flatMap { Array(repeating: $0.sum / $0.count, count: Int($0.count)) }
    for (index, item) in rank.enumerated() { items[item].center = settled[index] + offsets[index] }
  }

  /// The extents of the whole drawing.
  var size: (main: Double, cross: Double) {
    let last = ranks.last?.map { items[$0].main }.max() ?? 0
    return ((starts.last ?? 0) + last, items.map { $0.center + $0.cross / 2 }.max() ?? 0)
  }

  /// Where an item begins along the main axis, and its center along the cross axis.
  func position(of item: Int) -> (main: Double, cross: Double) {
    let rank = items[item].rank
    // Boxes of one rank share its middle line.
    let extent = ranks[rank].map { items[$0].main }.max() ?? 0
    let inset = items[item].main == 0 ? 0 : (extent - items[item].main) / 2
    return (starts[rank] + inset, items[item].center)
  }

  /// The extent of an item's rank along the main axis.
  func extent(ofRankOf item: Int) -> Double {
    ranks[items[item].rank].map { items[$0].main }.max() ?? 0
  }
}
