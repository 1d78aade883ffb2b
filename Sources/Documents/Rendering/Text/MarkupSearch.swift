/// Looks for tags in a page by bytes: a page may hold large images, and characters take a hundred times as long.
enum MarkupSearch {
  /// Where any of `tags` begins, in order. Each tag begins with `<`. Cost: linear.
  static func places(of tags: String..., in bytes: [UInt8]) -> [Int] {
    let tags = tags.map { Array($0.utf8) }
    var places: [Int] = []
    var index = 0
    while let place = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      if tags.contains(where: { bytes[place...].starts(with: $0) }) { places.append(place) }
      index = place + 1
    }
    return places
  }
}
