/// Finds any of several paths in a text in one walk.
///
/// The paths stand in a tree of bytes, so that what they begin with alike is compared once. Cost: the bytes
/// of the text, and for each place those of the longest path that begins like the text there.
struct PathFinder {
  private struct Node {
    var next: [UInt8: Int] = [:]
    /// The first path that ends here.
    var path: Int?
  }

  private var nodes = [Node()]
  /// How many bytes were compared.
  private(set) var steps = 0

  init(_ paths: [String]) {
    for (index, path) in paths.enumerated() where !path.isEmpty {
      var place = 0
      for byte in path.utf8 { place = child(of: place, byte) }
      if nodes[place].path == nil { nodes[place].path = index }
    }
  }

  private mutating func child(of node: Int, _ byte: UInt8) -> Int {
    if let known = nodes[node].next[byte] { return known }
    nodes.append(Node())
    nodes[node].next[byte] = nodes.count - 1
    return nodes.count - 1
  }

  /// A text in parts, which joined are the text; those that are a path have its index.
  ///
  /// Where several begin at one place, the first of the list counts.
  mutating func parts(of text: String) -> [(text: Substring, path: Int?)] {
    let bytes = Array(text.utf8)
    var parts: [(text: Substring, path: Int?)] = []
    var (start, place) = (0, 0)
    var index = text.startIndex
    func cut(_ count: Int) -> Substring {
      let from = index
      index = text.utf8.index(index, offsetBy: count)
      return text[from..<index]
    }
    while place < bytes.count {
      guard let (path, length) = match(bytes, at: place) else {
        place += 1
        continue
      }
      parts.append((cut(place - start), nil))
      parts.append((cut(length), path))
      place += length
      start = place
    }
    return parts + [(cut(bytes.count - start), nil)]
  }

  private mutating func match(_ bytes: [UInt8], at start: Int) -> (path: Int, length: Int)? {
    var found: (path: Int, length: Int)?
    var (node, place) = (0, start)
    while place < bytes.count {
      steps += 1
      guard let next = nodes[node].next[bytes[place]] else { break }
      place += 1
      node = next
      if let path = nodes[node].path, path < found?.path ?? .max {
        found = (path, place - start)
      }
    }
    return found
  }
}
