/// Which tasks of two lists, in their order, were made of each other by an edit of their sources: as many as
/// possible.
struct LikePairs {
  private(set) var pairs: [(a: Int, b: Int)] = []
  /// The most tasks that are compared each with each.
  private static let mostPairs = 400

  /// - Parameters: places of the tasks in their lists. Cost: linear, since longer lists are compared task by
  ///   task.
  init(_ a: [Int], _ b: [Int], isLike: (Int, Int) -> Bool) {
    guard a.count * b.count <= Self.mostPairs else {
      pairs = zip(a, b).filter { isLike($0, $1) }.map { ($0, $1) }
      return
    }
    let likes = a.map { x in b.map { isLike(x, $0) } }
    // How many pairs there are among the first of each list.
    var counts = [[Int]](
      repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
    for x in a.indices {
      for y in b.indices {
        counts[x + 1][y + 1] =
          likes[x][y] ? counts[x][y] + 1 : max(counts[x][y + 1], counts[x + 1][y])
      }
    }
    var (x, y) = (a.count, b.count)
    while x > 0, y > 0 {
      if likes[x - 1][y - 1] {
        (x, y) = (x - 1, y - 1)
        pairs.append((a[x], b[y]))
      } else if counts[x][y] == counts[x - 1][y] {
        x -= 1
      } else {
        y -= 1
      }
    }
  }
}
