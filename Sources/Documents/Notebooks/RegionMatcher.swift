internal import Diagnostics

/// Says which directive each output region belongs to.
///
/// A region that follows a fence belongs to that fence, whatever its marker says: the name in a marker
/// is as old as the last run, the place is what the author sees. Of several behind one fence it is the
/// one with the directive's name, else the first that isn't named after another directive, else the
/// first. Any other belongs to the directive that it is named after, where the author gave that name and
/// the directive has none behind its fence: behind another's fence it is on its way home, behind prose the
/// author put it elsewhere. A name such as `value-1` finds none so, since a marker can't tell it from the
/// running number of a cell without a name.
struct RegionMatcher {
  /// How many fences off a planted fault looks; tests of the matcher's tests alone set it.
  var slip = 0

  /// A region's directive, and whether the region is to stay where it stands, behind no fence at all.
  typealias Owner = (directive: Int, isElsewhere: Bool)

  /// For each region its directive; nil where there is none. Both lists are in document order.
  func owners(
    of regions: [OutputRegion], _ directives: [Directive], kinds: Set<String>,
    in source: SourceText
  ) -> [Owner?] {
    var owners = [Owner?](repeating: nil, count: regions.count)
    let named = Dictionary(
      directives.indices.filter { directives[$0].isNamed }.map { (directives[$0].id, $0) }
    ) { first, _ in first }
    var taken: Set<Int> = []
    let stacks = stacks(regions, directives, source)
    for (fence, stack) in stacks {
      let own =
        stack.first { named[regions[$0].id] == fence }
        ?? stack.first { named[regions[$0].id] == nil } ?? stack[0]
      owners[own] = (fence, false)
      taken.insert(fence)
    }
    let stacked = Set(stacks.values.joined())
    for index in regions.indices where owners[index] == nil {
      guard !Self.isNumber(regions[index].id, of: kinds), let directive = named[regions[index].id],
        taken.insert(directive).inserted
      else {
        continue
      }
      owners[index] = (directive, !stacked.contains(index))
    }
    return owners
  }

  /// Whether a name is one that directives without a name get: kind and number.
  private static func isNumber(_ id: String, of kinds: Set<String>) -> Bool {
    guard let dash = id.lastIndex(of: "-"), kinds.contains(String(id[..<dash])) else {
      return false
    }
    return id[dash...].dropFirst().allSatisfy(\.isWholeNumber)
  }

  /// For each fence the regions that follow it, with nothing but blank lines between.
  private func stacks(
    _ regions: [OutputRegion], _ directives: [Directive], _ source: SourceText
  ) -> [Int: [Int]] {
    let fences = Dictionary(
      directives.enumerated().map { ($1.lines.upperBound, $0) }
    ) { first, _ in first }
    var stacks: [Int: [Int]] = [:]
    var last: (line: Int, fence: Int)?
    for (index, region) in regions.enumerated() {
      var line = region.lines.lowerBound - 1
      while source.isBlank(line: line) { line -= 1 }
      var fence = fences[line].map { $0 + slip }
      if let last, last.line == line { fence = last.fence }
      last = nil
      guard let fence, directives.indices.contains(fence) else { continue }
      stacks[fence, default: []].append(index)
      last = (region.lines.upperBound, fence)
    }
    return stacks
  }
}
